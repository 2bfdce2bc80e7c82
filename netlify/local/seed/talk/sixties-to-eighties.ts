import type { FilmTalk } from './film-talk';

export const sixtiesToEighties: readonly FilmTalk[] = [
  {
    film: 'playtime',
    comments: [
      {
        by: 'Samir Benali',
        hoursAgo: 25,
        body: 'Sat in the middle as told. Next time I will sit at the edge, because I am sure that there is a second film going on there.',
      },
      {
        by: 'Élodie Marchand',
        hoursAgo: 130,
        body: 'When the glass door breaks and he just goes on opening the handle! I laughed until a stranger gave me a mint.',
      },
      {
        by: 'Piotr Wójcik',
        hoursAgo: 329,
        body: 'Focus was a touch soft in the left third for the first ten minutes, then somebody upstairs saw to it. Thank you, whoever you are.',
        replies: [
          {
            by: 'Maeve Quinlan',
            hoursAgo: 326,
            body: 'That was Joe, who apologises. The gate had warmed up before he had.',
          },
        ],
      },
    ],
  },
  {
    film: '2001-a-space-odyssey',
    comments: [
      {
        by: 'Hassan Farah',
        hoursAgo: 115,
        body: 'The interval is part of it. You stand in the foyer with a coffee and nobody knows what to say.',
      },
      {
        by: 'Noor Rahimi',
        hoursAgo: 247,
        body: 'I have now seen it on a laptop, a plane and in the Grand. Only one of these was the film.',
      },
      { by: 'Eoghan Walsh', hoursAgo: 488, body: 'HAL was the warmest person in it. Discuss.' },
    ],
  },
  {
    film: 'stalker',
    comments: [
      {
        by: 'Olena Kovalenko',
        hoursAgo: 161,
        body: 'I grew up a hundred kilometres from a real zone. People here find it strange and dreamlike. I recognised the dog.',
      },
      {
        by: 'Rafael Quintana',
        hoursAgo: 372,
        body: 'I did eat first. Good advice. I should have slept first as well.',
      },
    ],
  },
  {
    film: 'cleo-from-5-to-7',
    comments: [
      {
        by: 'Beatriz Carvalho',
        hoursAgo: 97,
        body: 'I waited for a result last year, from a Monday to a Friday. It is like this: shop windows, and everyone has a face. (It was fine.)',
        replies: [{ by: 'Oona Reyes', hoursAgo: 95, body: 'So glad about the brackets.' }],
      },
      {
        by: 'Hana Novotná',
        hoursAgo: 351,
        body: 'The song at the piano comes out of nowhere, and the room goes black round her. How did they do that in a real flat?',
      },
    ],
  },
  {
    film: 'the-battle-of-algiers',
    comments: [
      {
        by: 'Samir Benali',
        hoursAgo: 20,
        body: 'My grandparents’ street is in it, with the actual steps. We were seven from the family, and afterwards the old ones talked until two in the morning, for the first time.',
        replies: [
          { by: 'Fatima Zahra El Idrissi', hoursAgo: 18, body: 'I would have liked to sit at that table.' },
        ],
      },
      {
        by: 'Paul Hennessy',
        hoursAgo: 301,
        body: 'Shown to officers and to rebels alike, they say, as a manual. Both must have stopped before the end.',
      },
    ],
  },
  {
    film: 'alien',
    comments: [
      {
        by: 'Tadhg Brennan',
        hoursAgo: 101,
        body: 'In space no one can hear you, but in row H everybody heard me.',
      },
      {
        by: 'Zsófia Balogh',
        hoursAgo: 252,
        body: 'They talk about the bonus like people who have had this job for years. It is the most realistic film about work in this programme after Fargo.',
      },
    ],
  },
  {
    film: 'stop-making-sense',
    comments: [
      {
        by: 'Wanjiru Kamau',
        hoursAgo: 42,
        body: 'I danced in the side aisle of the Grand. So did a man of about eighty, better.',
      },
      {
        by: 'Tadhg Brennan',
        hoursAgo: 139,
        body: 'By “Burning Down the House” it was not a cinema any more. My knees have filed a complaint.',
      },
      {
        by: 'Mateo Ruiz Salas',
        hoursAgo: 318,
        body: 'The lamp dance. I have a lamp. I have no more a lamp.',
      },
    ],
  },
];
