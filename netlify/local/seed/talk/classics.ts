import type { FilmTalk } from './film-talk';

export const classics: readonly FilmTalk[] = [
  {
    film: 'tokyo-story',
    comments: [
      {
        by: 'Helga Brandt',
        hoursAgo: 132,
        body: 'My children are very kind and very busy. They gave me this ticket for my birthday; I do not think that they had seen it.',
        replies: [
          {
            by: 'Nadia Kern',
            hoursAgo: 129,
            body: 'This is the best comment on the film that I have read. Did you tell them?',
          },
          { by: 'Helga Brandt', hoursAgo: 128, body: 'I sent two tickets back.' },
        ],
      },
      { by: 'Jonas Lindqvist', hoursAgo: 349, body: 'He moves the camera once. I missed it.' },
    ],
  },
  {
    film: 'seven-samurai',
    comments: [
      {
        by: 'Arjun Mehta',
        hoursAgo: 195,
        body: 'Three and a half hours with an interval and I could have told you where each of the seven was standing at any moment.',
      },
      {
        by: 'Piotr Wójcik',
        hoursAgo: 414,
        body: 'The print has rain on it and in it. At the end you cannot tell which is which. Keep it.',
      },
    ],
  },
  {
    film: 'm',
    comments: [
      {
        by: 'Dario Conti',
        hoursAgo: 143,
        body: 'He looks at his shoulder in the shop window. A thousand films come out of that look.',
      },
      {
        by: 'Zsófia Balogh',
        hoursAgo: 367,
        body: 'It is about 1931 and I did not like how much of it I recognised.',
      },
    ],
  },
  {
    film: 'the-third-man',
    comments: [
      {
        by: 'Tadhg Brennan',
        hoursAgo: 31,
        body: 'The doorway, the cat, the light. There was a gasp from a girl of about fifteen in row D, and I was so jealous.',
        replies: [
          {
            by: 'Luca Moretti',
            hoursAgo: 30,
            body: 'I want that back as well. To not know who is in the doorway!',
          },
        ],
      },
      {
        by: 'Anneke de Vries',
        hoursAgo: 256,
        body: 'My grandfather drove a jeep in that city, one of four in it. He said that the film got the cellars right.',
      },
      {
        by: 'Ivo Marek',
        hoursAgo: 578,
        body: 'The last shot is the best joke ever made about how long a minute is.',
      },
    ],
  },
  {
    film: 'singin-in-the-rain',
    comments: [
      { by: 'Fatima Zahra El Idrissi', hoursAgo: 68, body: 'We did hum. Row C, guilty.' },
      {
        by: 'Wanjiru Kamau',
        hoursAgo: 119,
        body: 'Brought a six-year-old who has since fallen off the sofa on purpose eleven times.',
        replies: [{ by: 'Anneke de Vries', hoursAgo: 117, body: 'Through the wall next. Mind the wall.' }],
      },
      {
        by: 'Priya Raman',
        hoursAgo: 338,
        body: 'Jean Hagen dubs the woman who plays the woman who dubs her. I have drawn a diagram and it is still a delight.',
      },
    ],
  },
  {
    film: 'his-girl-friday',
    comments: [
      {
        by: 'Priya Raman',
        hoursAgo: 185,
        body: 'I work in a newsroom. It was never like this, and on the days before an election it is exactly like this.',
      },
      { by: 'Declan Foy', hoursAgo: 445, body: 'The subtitles for this one must have been a life’s work.' },
    ],
  },
  {
    film: 'the-red-shoes',
    comments: [
      {
        by: 'Thandiwe Dube',
        hoursAgo: 59,
        body: 'I danced until I was twenty-two. I had never seen it on a big screen. I have no words about the red, so I will say only: that red.',
        replies: [
          {
            by: 'Irina Petrova',
            hoursAgo: 56,
            body: 'I danced until nineteen. I sat three rows behind you, I think, and did not move either.',
          },
        ],
      },
      { by: 'Chidi Okonkwo', hoursAgo: 276, body: 'Why is nobody talking about the coats?' },
    ],
  },
  {
    film: 'bicycle-thieves',
    comments: [
      {
        by: 'Luca Moretti',
        hoursAgo: 222,
        body: 'My nonno would not watch it. He said that he had been to it already.',
      },
      {
        by: 'Hassan Farah',
        hoursAgo: 431,
        body: 'The boy trips on the kerb and the father does not look round. I locked my bike twice tonight.',
      },
    ],
  },
  {
    film: 'vertigo',
    comments: [
      {
        by: 'Irina Petrova',
        hoursAgo: 107,
        body: 'In 70 mm you see the brush strokes in the portrait and every hair of that spiral. I have been to San Francisco since and it was smaller.',
      },
      {
        by: 'Kwame Asante',
        hoursAgo: 238,
        body: 'What a horrible man. What a wonderful film. I do not know what to do with that.',
        replies: [{ by: 'Noor Rahimi', hoursAgo: 236, body: 'I think that is the assignment.' }],
      },
    ],
  },
];
