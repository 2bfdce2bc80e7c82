import type { FilmTalk } from './film-talk';

export const fargo: FilmTalk = {
  film: 'fargo',
  comments: [
    {
      by: 'Mariam Haddad',
      hoursAgo: 5,
      body: 'Marge is the only detective I would want to work for. She says thank you to everyone.',
      replies: [
        { by: 'Chidi Okonkwo', hoursAgo: 4.2, body: 'And eats lunch. Name another one who eats lunch.' },
      ],
    },
    {
      by: 'Chidi Okonkwo',
      hoursAgo: 22,
      body: 'Snow has never looked so much like paper that somebody is about to write on.',
    },
    {
      by: 'Ivo Marek',
      hoursAgo: 46,
      editedHoursAgo: 45.8,
      body: 'The Cellar was full and warm, which is wrong for this film. Bring a cold drink and hold it.',
      replies: [
        {
          by: 'Maeve Quinlan',
          hoursAgo: 44,
          body: 'We have turned the Cellar down by two degrees. Minnesota it is not.',
        },
      ],
    },
    {
      by: 'Aoife Ní Bhriain',
      hoursAgo: 67,
      body: 'William H. Macy scraping the windscreen is the best scene about work that I know.',
    },
    {
      by: 'Yuki Tanabe',
      hoursAgo: 90,
      body: 'I had to explain to my friend that “You’re darn tootin’” is English. I am not sure that it is.',
    },
    {
      by: 'Oona Reyes',
      hoursAgo: 118,
      body: 'For those who have not seen it: it is not a comedy for the first ten minutes and then it is one in secret.',
    },
    {
      by: 'Jonas Lindqvist',
      hoursAgo: 140,
      body: 'As a Swede with relations over there I can say that the politeness is documentary.',
    },
    {
      by: 'Lena Sørensen',
      hoursAgo: 152,
      body: [
        '> And it’s a beautiful day.',
        'She means it, too. Three things that I would not have *believed* before tonight:',
        '1. the parka is the warmest thing in the film\n2. **Norm’s mallard** is its real ending\n3. nobody in it is a fool, only in a hurry',
        'On the machine by the lake: [more than you want to know](https://en.wikipedia.org/wiki/Woodchipper).',
      ].join('\n\n'),
    },
    {
      by: 'Noor Rahimi',
      hoursAgo: 175,
      spoiler: true,
      body: 'What is Mike Yanagita for? I argued about it all the way to Heuston. My theory: she learns that people lie, and next morning she goes back to the car dealer.',
      replies: [
        {
          by: 'Zsófia Balogh',
          hoursAgo: 173,
          body: 'That is exactly it and I have never seen it until now. Twenty-five years!',
        },
        {
          by: 'Jonas Lindqvist',
          hoursAgo: 170,
          body: 'Or he is just sad and it is Minneapolis. But yours is better.',
        },
      ],
    },
    {
      by: 'Hassan Farah',
      hoursAgo: 230,
      body: 'Described screening on Friday: very good work by whoever wrote it. “He looks at the bag. He looks at the fence. The fence goes on.”',
    },
    {
      by: 'Luca Moretti',
      hoursAgo: 305,
      body: 'Ninety-eight minutes. Please send a copy to everyone who makes films of three hours about crime.',
    },
    {
      by: 'Anneke de Vries',
      hoursAgo: 400,
      body: 'Some people behind me laughed at the accents throughout. It wears off, I suppose, but it took them an hour.',
    },
    {
      by: 'Ivo Marek',
      hoursAgo: 505,
      spoiler: true,
      body: 'The three-cent stamp. That is all I will say about the ending, and it is a happy one.',
    },
  ],
};

export const theMatrix: FilmTalk = {
  film: 'the-matrix',
  comments: [
    {
      by: 'Kwame Asante',
      hoursAgo: 3,
      body: 'From a print, and loud: correct on both counts. My ears are still in the lobby.',
      replies: [
        {
          by: 'Maeve Quinlan',
          hoursAgo: 2.1,
          body: 'Row L and back is a little kinder. Ask at the box office for ear plugs, we have a jar.',
        },
        { by: 'Kwame Asante', hoursAgo: 1.9, body: 'That was praise. Leave it where it is.' },
      ],
    },
    {
      by: 'Aoife Ní Bhriain',
      hoursAgo: 19,
      body: 'I had forgotten how green it is. The DVD is not, the print is. Somebody please tell the people with the remaster.',
    },
    {
      by: 'Chidi Okonkwo',
      hoursAgo: 33,
      body: 'Took two teenagers who knew every quotation and had not known where they were from. They were quiet for two hours. Record.',
    },
    {
      by: 'Yuki Tanabe',
      hoursAgo: 58,
      body: 'A woman in a red dress got the biggest laugh of the evening, from a school class, who had met her in computing.',
    },
    {
      by: 'Declan Foy',
      hoursAgo: 84,
      body: 'The philosophy is thin. The coats are magnificent. I have made my peace.',
    },
    {
      by: 'Oona Reyes',
      hoursAgo: 111,
      body: 'Carrie-Anne Moss runs up that wall in the first five minutes and the film says: right, that is where we begin.',
    },
    {
      by: 'Nadia Kern',
      hoursAgo: 130,
      body: 'Does anybody have a seat to spare for Saturday? I would pay double.',
      removed: {
        by: 'Maeve Quinlan',
        hoursAgo: 129,
        reason:
          'No trade in tickets here, please. What comes back is sold at the box office, an hour before the film.',
      },
    },
    { by: 'Eoghan Walsh', hoursAgo: 160, body: 'Phone boxes. I had to explain phone boxes.' },
    {
      by: 'Mei-Ling Zhou',
      hoursAgo: 221,
      body: 'The kung fu is taught by Yuen Woo-ping and shot so that you can see feet. It sounds little. Watch anything made since.',
      replies: [
        {
          by: 'Arjun Mehta',
          hoursAgo: 219,
          body: 'Four months of training, I read. You can tell who liked it.',
        },
      ],
    },
    {
      by: 'Irina Petrova',
      hoursAgo: 290,
      body: 'Somewhere in the second reel the picture jumped and half the Grand said “glitch” at once. I love this cinema.',
    },
    {
      by: 'Mariam Haddad',
      hoursAgo: 377,
      body: 'I did not expect to think about my job for the whole first half hour.',
    },
    {
      by: 'Priya Raman',
      hoursAgo: 463,
      body: 'Nice to see both directors named as they are on your page. It matters.',
      replies: [{ by: 'Ruth Adler', hoursAgo: 460, body: 'It is who made it.' }],
    },
  ],
};
