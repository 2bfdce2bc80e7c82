import type { FilmTalk } from './film-talk';

export const repertory: readonly FilmTalk[] = [
  {
    film: 'my-neighbour-totoro',
    comments: [
      {
        by: 'Anneke de Vries',
        hoursAgo: 167,
        body: 'Relaxed screening with lights half up: a great thing. Mine ran about during the bus stop and nobody turned round.',
        replies: [
          {
            by: 'Maeve Quinlan',
            hoursAgo: 165,
            body: 'Running about is what those are for. Tell your friends.',
          },
        ],
      },
      {
        by: 'Yuki Tanabe',
        hoursAgo: 384,
        body: 'I was as old as Mei when it came out. I am older than the father now. The tree has not changed.',
      },
    ],
  },
  {
    film: 'spirited-away',
    comments: [
      {
        by: 'Priya Raman',
        hoursAgo: 100,
        body: 'The train over the water. My whole row leaned forward as if there were a window.',
      },
      {
        by: 'Mateo Ruiz Salas',
        hoursAgo: 293,
        body: 'My son asked whether we turn into pigs if we eat at the buffet. He has not touched a buffet since.',
      },
    ],
  },
  {
    film: 'the-wizard-of-oz',
    comments: [
      {
        by: 'Wanjiru Kamau',
        hoursAgo: 62,
        body: 'When the door opens and the colour comes in, forty children said “oh” at once. I had goosebumps up to here.',
      },
      {
        by: 'Siobhán Daly',
        hoursAgo: 311,
        body: 'The monkeys still do it. Aisle seat, quick exit, back for the ending.',
      },
    ],
  },
  {
    film: 'paddington-2',
    comments: [
      {
        by: 'Eoghan Walsh',
        hoursAgo: 24,
        body: 'I am thirty-four and came without a child. Nobody at the box office blinked.',
        replies: [{ by: 'Maeve Quinlan', hoursAgo: 23, body: 'About a third of you do.' }],
      },
      {
        by: 'Mariam Haddad',
        hoursAgo: 193,
        body: 'The end credits are the best musical number of the decade. Stay.',
      },
    ],
  },
  {
    film: 'in-the-mood-for-love',
    comments: [
      {
        by: 'Mei-Ling Zhou',
        hoursAgo: 53,
        body: 'My aunt lived in such a house in Hong Kong. She says that the walls were thinner and the dresses not so many.',
      },
      {
        by: 'Dario Conti',
        hoursAgo: 171,
        body: 'Went for noodles afterwards and carried them home very slowly.',
        replies: [
          { by: 'Mei-Ling Zhou', hoursAgo: 169, body: 'With the music in your head, I hope. On the stairs.' },
        ],
      },
      { by: 'Nadia Kern', hoursAgo: 434, body: 'The print has a cigarette burn in just the right place.' },
    ],
  },
  {
    film: 'chungking-express',
    comments: [
      {
        by: 'Min-jun Seo',
        hoursAgo: 218,
        body: 'Watched it at nineteen and wanted to be her, at thirty and wanted to be the flat.',
      },
      { by: 'Thandiwe Dube', hoursAgo: 452, body: 'I checked the date on my pineapple.' },
    ],
  },
  {
    film: 'la-haine',
    comments: [
      {
        by: 'Fatima Zahra El Idrissi',
        hoursAgo: 86,
        body: 'Thirty years, and the news that evening had the same pictures in colour.',
      },
      {
        by: 'Hassan Farah',
        hoursAgo: 263,
        body: 'The cow. Did everybody see the cow?',
        replies: [
          {
            by: 'Ivo Marek',
            hoursAgo: 261,
            body: 'Saw it. Nobody has ever believed him, and nobody will believe us.',
          },
        ],
      },
    ],
  },
  {
    film: 'amelie',
    comments: [
      {
        by: 'Lena Sørensen',
        hoursAgo: 34,
        body: 'I thought that I had grown out of it. I put my hand into a sack of lentils this morning, so no.',
      },
      { by: 'Declan Foy', hoursAgo: 176, body: 'Sweet, and like all sweets. My teeth.' },
    ],
  },
  {
    film: 'magnolia',
    comments: [
      {
        by: 'Arjun Mehta',
        hoursAgo: 339,
        body: 'Everybody starts singing the same song, each alone in a room, and I thought, no, you cannot do that. And then he does.',
      },
      {
        by: 'Grace Adeyemi',
        hoursAgo: 496,
        body: 'Three hours and eight minutes. The bar shuts at eleven, plan accordingly.',
      },
    ],
  },
  {
    film: 'the-big-lebowski',
    comments: [
      {
        by: 'Mateo Ruiz Salas',
        hoursAgo: 49,
        body: 'Eleven dressing gowns, by my count, and one man in full bowling shoes. The carpet of the Studio ties the room together.',
      },
      {
        by: 'Tadhg Brennan',
        hoursAgo: 152,
        body: 'New thing noticed at the tenth viewing: he never bowls.',
        replies: [
          { by: 'Mateo Ruiz Salas', hoursAgo: 150, body: 'I have to go again now. Thank you very much.' },
        ],
      },
    ],
  },
];
