import type { FilmTalk } from './film-talk';

export const onTheirRun: readonly FilmTalk[] = [
  {
    film: 'past-lives',
    comments: [
      {
        by: 'Min-jun Seo',
        hoursAgo: 9,
        body: 'In-yun does not translate and the film knows. What got me was how Hae-sung’s Korean is so ordinary next to hers, which stopped at twelve. You hear it at once, if you hear it.',
        replies: [
          {
            by: 'Nadia Kern',
            hoursAgo: 8,
            body: 'I did not hear it, of course, but I saw him notice. Thank you for this.',
          },
          {
            by: 'Élodie Marchand',
            hoursAgo: 7.5,
            body: 'I have that French. My cousins are very gentle about it.',
          },
        ],
      },
      {
        by: 'Luca Moretti',
        hoursAgo: 29,
        body: 'The husband is the best-written husband in years. “You dream in a language I can’t understand.” I had to look at the exit sign for a while.',
      },
      {
        by: 'Grace Adeyemi',
        hoursAgo: 72,
        body: 'Two minutes waiting for a taxi. Nobody in the Studio breathed.',
      },
      { by: 'Oona Reyes', hoursAgo: 96, body: 'I was ready to resist it. Then the bar, and no.' },
      {
        by: 'Samir Benali',
        hoursAgo: 145,
        body: 'Emigrated at eleven. I have no Hae-sung, but I have a street, and I walked it in my head on the way home.',
      },
      {
        by: 'Ivo Marek',
        hoursAgo: 203,
        body: 'Everyone is so decent that there is nobody to blame, and that turns out to be worse.',
      },
    ],
  },
  {
    film: 'the-quiet-girl',
    comments: [
      {
        by: 'Tomás Ó Conaill',
        hoursAgo: 14,
        body: 'An scannán is fearr as Gaeilge a rinneadh riamh, agus labhraím mar dhuine a chonaic gach ceann acu. The best film made in Irish, and I have seen them all.',
        replies: [{ by: 'Aoife Ní Bhriain', hoursAgo: 12, body: 'Níl aon amhras faoi.' }],
      },
      {
        by: 'Siobhán Daly',
        hoursAgo: 37,
        body: 'I grew up eleven miles from that well. The kitchen is right to the last cup. When he leaves the biscuit on the table I was gone.',
      },
      {
        by: 'Yuki Tanabe',
        hoursAgo: 61,
        body: 'So little is said and I understood all of it, without Irish and with very bad English after a long day.',
      },
      {
        by: 'Declan Foy',
        hoursAgo: 104,
        body: 'My wife asked if I was all right. I said that it was dust. She said that the Cellar was cleaned yesterday.',
      },
      {
        by: 'Helga Brandt',
        hoursAgo: 188,
        body: 'A film in which people wash a child’s hands and that is the plot. More of them, please.',
      },
      {
        by: 'Mariam Haddad',
        hoursAgo: 271,
        body: 'The run at the end. I held my neighbour’s arm. I do not know my neighbour.',
        replies: [
          { by: 'Paul Hennessy', hoursAgo: 268, body: 'That may have been me. No harm done.' },
          { by: 'Mariam Haddad', hoursAgo: 267, body: 'Oh no. Thank you for the arm.' },
        ],
      },
    ],
  },
  {
    film: 'perfect-days',
    comments: [
      {
        by: 'Yuki Tanabe',
        hoursAgo: 11,
        body: 'For the record: they are real toilets, seventeen of them, and yes, they are that clean.',
      },
      {
        by: 'Lena Sørensen',
        hoursAgo: 35,
        body: 'I bought a plant.',
        replies: [
          {
            by: 'Oona Reyes',
            hoursAgo: 33,
            body: 'I bought a cassette player. It has eaten one tape already.',
          },
          { by: 'Dario Conti', hoursAgo: 31, body: 'I got up at five. Once.' },
        ],
      },
      {
        by: 'Chidi Okonkwo',
        hoursAgo: 80,
        body: 'I clean offices at night, four days a week. I was afraid that this would be somebody’s postcard of it. It is a bit. But he checks under the rim with the mirror, and I thought: they asked someone.',
      },
      {
        by: 'Rafael Quintana',
        hoursAgo: 125,
        body: 'Kōji Yakusho’s face at the end, one shot, one song. They should hang it in a museum and let it run.',
      },
      {
        by: 'Noor Rahimi',
        hoursAgo: 177,
        body: 'Too comfortable for me. Whoever pays for the toilets must be delighted.',
        replies: [
          {
            by: 'Helga Brandt',
            hoursAgo: 174,
            body: 'Then look again at the sister’s car, and what he does after it has gone.',
          },
        ],
      },
      {
        by: 'Jonas Lindqvist',
        hoursAgo: 250,
        body: 'Grand, Monday, seven in the evening, maybe thirty people, no telephone. I counted none. A perfect day, nearly.',
      },
    ],
  },
];
