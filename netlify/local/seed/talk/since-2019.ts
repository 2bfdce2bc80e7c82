import type { FilmTalk } from './film-talk';

export const since2019: readonly FilmTalk[] = [
  {
    film: 'parasite',
    comments: [
      {
        by: 'Min-jun Seo',
        hoursAgo: 38,
        body: 'Seen it with Koreans in Seoul and with Dubliners here. Same laugh at the same second, at the peach. Different silence at the word “smell”.',
        replies: [
          { by: 'Kwame Asante', hoursAgo: 36, body: 'I went quiet at “smell” as well. I know that bus.' },
        ],
      },
      {
        by: 'Hassan Farah',
        hoursAgo: 121,
        body: 'I had been told about the twist by four people and it made no difference. It is not that sort of film.',
      },
      {
        by: 'Hana Novotná',
        hoursAgo: 260,
        body: 'Tried the noodle dish with steak afterwards. It is very good and one should be ashamed.',
      },
    ],
  },
  {
    film: 'drive-my-car',
    comments: [
      {
        by: 'Yuki Tanabe',
        hoursAgo: 134,
        body: 'Three hours and I would have stayed in the car. The scene in Korean sign language is the best Chekhov I have seen on a stage, and it is not on one.',
      },
      {
        by: 'Élodie Marchand',
        hoursAgo: 280,
        body: 'My back disagrees with me, but yes. Take an aisle seat.',
      },
    ],
  },
  {
    film: 'portrait-of-a-lady-on-fire',
    comments: [
      {
        by: 'Élodie Marchand',
        hoursAgo: 93,
        body: 'Page 28. That is all.',
        replies: [{ by: 'Siobhán Daly', hoursAgo: 91, body: 'I have it on a mug. Do not tell anybody.' }],
      },
      {
        by: 'Mei-Ling Zhou',
        hoursAgo: 166,
        body: 'You hear the charcoal. I draw for a living and nobody ever gets that sound.',
      },
      {
        by: 'Mariam Haddad',
        hoursAgo: 420,
        body: 'The women round the fire start to sing and every hair on my arms got up and left.',
      },
    ],
  },
  {
    film: 'the-banshees-of-inisherin',
    comments: [
      {
        by: 'Tadhg Brennan',
        hoursAgo: 57,
        body: 'I was an extra in the pub for two days. The pints were cold tea. You can see my elbow when the fiddle starts.',
        replies: [
          { by: 'Aoife Ní Bhriain', hoursAgo: 55, body: 'Which elbow? I will be at the next one.' },
          { by: 'Tadhg Brennan', hoursAgo: 54, body: 'The left. It is the better one.' },
        ],
      },
      { by: 'Chidi Okonkwo', hoursAgo: 147, body: 'Jenny deserved none of it.' },
      {
        by: 'Paul Hennessy',
        hoursAgo: 322,
        body: 'I fell out with a friend in 2019 about nothing and I rang him on the way home. We are having a pint on Thursday. Not at two.',
      },
    ],
  },
  {
    film: 'rye-lane',
    comments: [
      {
        by: 'Grace Adeyemi',
        hoursAgo: 83,
        body: 'Grew up off Rye Lane. The burrito stand is a joke for about four hundred people and I am one of them.',
      },
      { by: 'Wanjiru Kamau', hoursAgo: 209, body: 'Finally a film that ends when it is over.' },
    ],
  },
  {
    film: 'everything-everywhere-all-at-once',
    comments: [
      {
        by: 'Mei-Ling Zhou',
        hoursAgo: 74,
        body: 'My mother has the same receipts in the same biscuit tin. We did not talk about the rest of the film, and then last night we did.',
      },
      {
        by: 'Eoghan Walsh',
        hoursAgo: 158,
        body: 'The rocks. A full Grand, on a Saturday, reading subtitles off two rocks in silence.',
      },
      { by: 'Helga Brandt', hoursAgo: 390, body: 'Too much of everything, as announced.' },
    ],
  },
  {
    film: 'flow',
    comments: [
      {
        by: 'Anneke de Vries',
        hoursAgo: 17,
        body: 'My son is four and explained the whole plot to me afterwards, with the noises. No words needed, then or now.',
      },
      {
        by: 'Olena Kovalenko',
        hoursAgo: 113,
        body: 'Sit where a child can hide behind a coat. The water is a bit much at the start, and then the capybara arrives.',
        replies: [{ by: 'Anneke de Vries', hoursAgo: 110, body: 'We hid. We came out for the capybara.' }],
      },
      {
        by: 'Samir Benali',
        hoursAgo: 267,
        body: 'The cat walks like a cat. You would not think how rare that is.',
      },
    ],
  },
  {
    film: 'first-cow',
    comments: [
      {
        by: 'Lena Sørensen',
        hoursAgo: 232,
        body: 'Made the cakes from the recipe that somebody pinned up in the foyer. Honey is the trick.',
      },
      { by: 'Dario Conti', hoursAgo: 404, body: 'A western for people who whisper.' },
    ],
  },
];
