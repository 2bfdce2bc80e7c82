import type { FilmTalk } from './film-talk';

export const recent: readonly FilmTalk[] = [
  {
    film: 'anatomy-of-a-fall',
    comments: [
      {
        by: 'Élodie Marchand',
        hoursAgo: 60,
        body: 'She is made to defend herself in a language in which she cannot be funny. The whole trial is in that.',
      },
      {
        by: 'Hana Novotná',
        hoursAgo: 109,
        body: 'Steel drums on a loop. I have not been able to peel potatoes without them since Sunday.',
      },
      {
        by: 'Arjun Mehta',
        hoursAgo: 182,
        body: 'Did she? I have changed my mind four times. The last time was on the stairs of this cinema.',
        replies: [
          {
            by: 'Irina Petrova',
            hoursAgo: 180,
            body: 'I think that the boy decides what he can live with, and that this is all that anybody finds out.',
          },
          { by: 'Arjun Mehta', hoursAgo: 179, body: 'That is five times now.' },
        ],
      },
      { by: 'Beatriz Carvalho', hoursAgo: 333, body: 'Give the dog the prize. (They did, I looked it up.)' },
    ],
  },
  {
    film: 'the-zone-of-interest',
    comments: [
      {
        by: 'Zsófia Balogh',
        hoursAgo: 90,
        body: 'My grandmother never spoke of it and never planted dahlias. I do not know whether the one has to do with the other. I had to sit in the foyer afterwards, and one of your people brought me water without asking anything. Thank you.',
        replies: [
          {
            by: 'Maeve Quinlan',
            hoursAgo: 87,
            body: 'We are glad that you stayed for a while. The foyer is always open after this one.',
          },
        ],
      },
      { by: 'Piotr Wójcik', hoursAgo: 137, body: 'Listen. The pictures are there to keep you busy.' },
      {
        by: 'Fatima Zahra El Idrissi',
        hoursAgo: 211,
        body: 'I could not say that I liked it. I would not want anyone to. Go.',
      },
      { by: 'Kwame Asante', hoursAgo: 298, body: 'Good decision not to sell popcorn at it.' },
    ],
  },
  {
    film: 'all-of-us-strangers',
    comments: [
      {
        by: 'Rafael Quintana',
        hoursAgo: 77,
        body: 'I came out to my parents in 1991 and it went as it does at the kitchen table here: a kettle, a silence, a sentence about the neighbours. I would have given a lot for the second visit.',
        replies: [{ by: 'Paul Hennessy', hoursAgo: 70, body: 'Thank you for writing that.' }],
      },
      { by: 'Siobhán Daly', hoursAgo: 141, body: 'Andrew Scott listening is more than most people talking.' },
      {
        by: 'Eoghan Walsh',
        hoursAgo: 226,
        body: 'Bring a friend for the walk home. I did not and rang three.',
      },
    ],
  },
  {
    film: 'kneecap',
    comments: [
      {
        by: 'Tomás Ó Conaill',
        hoursAgo: 51,
        body: 'Bhí an teach ar fad ag canadh. The whole house sang, at midnight, in Irish, on Lantern Street. I am sixty-one and had waited for it.',
      },
      { by: 'Grace Adeyemi', hoursAgo: 88, body: 'Understood about a third and cheered at all of it.' },
      {
        by: 'Declan Foy',
        hoursAgo: 136,
        body: 'Loud, rude, and cleverer than it lets on. Row B was a mistake.',
      },
    ],
  },
  {
    film: 'aftersun',
    comments: [
      {
        by: 'Nadia Kern',
        hoursAgo: 47,
        body: 'I kept waiting for the thing to happen, and then it turned out that it had been happening the whole time, in the reflection in the television.',
        replies: [
          {
            by: 'Min-jun Seo',
            hoursAgo: 45,
            body: 'The television! I missed it the first time. It is in nearly every room.',
          },
        ],
      },
      {
        by: 'Thandiwe Dube',
        hoursAgo: 102,
        body: 'Called my father in Bulawayo from the foyer. He asked who had died.',
      },
      {
        by: 'Lena Sørensen',
        hoursAgo: 199,
        body: 'Did not work for me in the Cellar at ten at night, too tired. Will try again on a Saturday.',
      },
      {
        by: 'Luca Moretti',
        hoursAgo: 355,
        body: 'The song is used up for me now. I can never hear it at a party again, and that is high praise.',
      },
    ],
  },
  {
    film: 'fallen-leaves',
    comments: [
      {
        by: 'Ingrid Haugen',
        hoursAgo: 28,
        body: 'Eighty-one minutes, about forty sentences. I feel well rested.',
      },
      {
        by: 'Jonas Lindqvist',
        hoursAgo: 92,
        body: 'A Finn in our group confirmed that it is a broad, emotional comedy.',
        replies: [{ by: 'Ingrid Haugen', hoursAgo: 90, body: 'Almost too much, one would say.' }],
      },
      {
        by: 'Oona Reyes',
        hoursAgo: 244,
        body: 'The cinema in it has the right posters on the wall. Look behind them when they say good night.',
      },
    ],
  },
  {
    film: 'the-worst-person-in-the-world',
    comments: [
      {
        by: 'Ingrid Haugen',
        hoursAgo: 66,
        body: 'Twelve chapters, and I have been at least nine of them. That run through Oslo is my way to work.',
      },
      {
        by: 'Beatriz Carvalho',
        hoursAgo: 154,
        body: 'Chapter five should be shown to anybody who thinks that nothing happened because nobody touched.',
      },
      {
        by: 'Arjun Mehta',
        hoursAgo: 313,
        body: 'Wanted to shake her, then him, then myself. In that order.',
      },
    ],
  },
];
