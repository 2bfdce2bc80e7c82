import type { FilmTalk } from './film-talk';

export const since1998: readonly FilmTalk[] = [
  {
    film: 'the-lives-of-others',
    comments: [
      {
        by: 'Helga Brandt',
        hoursAgo: 206,
        body: 'I had a file. Four pages, mostly about my bicycle. The man in the film is kinder than mine was, but the typewriter is right.',
        replies: [
          {
            by: 'Zsófia Balogh',
            hoursAgo: 204,
            body: 'My father’s was about his choir. Sixty pages, and they never noticed the jokes.',
          },
        ],
      },
      { by: 'Paul Hennessy', hoursAgo: 458, body: 'The last line made me buy a book.' },
    ],
  },
  {
    film: 'city-of-god',
    comments: [
      {
        by: 'Beatriz Carvalho',
        hoursAgo: 259,
        body: 'The slang is hopeless to subtitle and they did a decent job. My cousin says that the chicken scene alone has three jokes that are lost. I would not cut one second.',
      },
    ],
  },
  {
    film: 'pans-labyrinth',
    comments: [
      {
        by: 'Mateo Ruiz Salas',
        hoursAgo: 212,
        body: 'Please believe the certificate. Somebody brought a girl of nine on Friday. She was fine; I was not.',
      },
      {
        by: 'Rafael Quintana',
        hoursAgo: 399,
        body: 'The Pale Man is frightening. The captain shaving is worse.',
      },
    ],
  },
  {
    film: 'once',
    comments: [
      {
        by: 'Tadhg Brennan',
        hoursAgo: 127,
        body: 'The shop on George’s Street with the pianos is gone, the song is not.',
      },
      {
        by: 'Hana Novotná',
        hoursAgo: 303,
        body: 'She says something in Czech at the top of the hill and there is no subtitle. I know what it is and I am not telling.',
        replies: [
          { by: 'Luca Moretti', hoursAgo: 299, body: 'Half of this city has been waiting to ask you.' },
          { by: 'Hana Novotná', hoursAgo: 297, body: 'It is better with the wind.' },
        ],
      },
    ],
  },
  {
    film: 'the-mist',
    closed: {
      by: 'Maeve Quinlan',
      hoursAgo: 60,
      reason:
        'Three people have had the ending told to them here. Please argue about it in the foyer, after the film.',
    },
    comments: [
      { by: 'Kwame Asante', hoursAgo: 82, body: 'I drove home with the windows up.' },
      {
        by: 'Irina Petrova',
        hoursAgo: 270,
        spoiler: true,
        body: 'That ending. The whole late show walked out without a word, and then at the tram stop everyone talked at once.',
        replies: [{ by: 'Kwame Asante', hoursAgo: 266, body: 'Nobody got on the first tram, I noticed.' }],
      },
    ],
  },
  {
    film: 'children-of-men',
    comments: [
      {
        by: 'Noor Rahimi',
        hoursAgo: 124,
        body: 'The soldiers stop, and everything is quiet for as long as she needs to walk past. I have thought about it every day this week.',
      },
      {
        by: 'Jonas Lindqvist',
        hoursAgo: 387,
        body: 'There is blood on the lens for some minutes and you want to wipe your glasses.',
      },
    ],
  },
  {
    film: 'a-separation',
    comments: [
      {
        by: 'Noor Rahimi',
        hoursAgo: 229,
        body: 'Everyone in it is right. My parents, who saw it with me, each took a side and have not come back from there.',
      },
    ],
  },
  {
    film: 'the-lunchbox',
    comments: [
      {
        by: 'Priya Raman',
        hoursAgo: 148,
        body: 'They warned us not to come hungry and we came hungry. The aunt upstairs is the best character never seen.',
      },
      {
        by: 'Arjun Mehta',
        hoursAgo: 361,
        body: 'My mother’s tins went from Andheri to Churchgate for twenty years and arrived every day but one. She would like a word with the director about that one.',
      },
    ],
  },
  {
    film: 'moonlight',
    comments: [
      {
        by: 'Thandiwe Dube',
        hoursAgo: 183,
        body: 'The diner. He cooks for him and it takes as long as it takes.',
      },
      { by: 'Kwame Asante', hoursAgo: 407, body: 'Who is you. I wrote it on the inside of my notebook.' },
    ],
  },
  {
    film: 'shoplifters',
    comments: [
      {
        by: 'Olena Kovalenko',
        hoursAgo: 234,
        body: 'The hand in her hair, later, in the interview room, when she wipes her face with her whole palm. I have never seen anyone cry like that on purpose.',
      },
    ],
  },
];
