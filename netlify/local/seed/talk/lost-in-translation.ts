import type { FilmTalk } from './film-talk';

export const lostInTranslation: FilmTalk = {
  film: 'lost-in-translation',
  comments: [
    {
      by: 'Oona Reyes',
      hoursAgo: 0.8,
      body: 'Saw it on this screen in the spring and the print is in better shape than mine at home. Sit on the left if you want the karaoke scene at the right volume.',
      replies: [
        { by: 'Nadia Kern', hoursAgo: 0.55, body: 'Left it is, thank you. Row F again.' },
        {
          by: 'Maeve Quinlan',
          hoursAgo: 0.4,
          body: 'The left stack was replaced on Tuesday. Both sides should be equally loud tonight; tell us if not.',
        },
      ],
    },
    {
      by: 'Ivo Marek',
      hoursAgo: 26,
      body: 'Funnier than I remembered and a good deal lonelier. I have stopped wanting to know what he whispers. It is theirs.',
    },
    {
      by: 'Aoife Ní Bhriain',
      hoursAgo: 41,
      body: 'I disagree with everyone about the pace, but I did look at my watch once.',
      replies: [
        {
          by: 'Ivo Marek',
          hoursAgo: 39.5,
          body: 'Once in 102 minutes is a good score. I do it more at weddings.',
        },
        { by: 'Aoife Ní Bhriain', hoursAgo: 39, body: 'Fair.' },
      ],
    },
    {
      by: 'Yuki Tanabe',
      hoursAgo: 55,
      body: 'I worked two streets from that hotel in 2003. The film gets the carpet exactly right. It also gets wrong how people talk to a guest, and I laughed anyway, a bit against my will.',
      replies: [
        {
          by: 'Oona Reyes',
          hoursAgo: 52,
          body: 'Would you say more? I always wondered how the director-of-the-whisky-advert scene plays if you understand him.',
        },
        {
          by: 'Yuki Tanabe',
          hoursAgo: 50,
          body: 'He says a great deal and all of it is quite poetic. The interpreter gives up after the first sentence. That part is true to life.',
        },
      ],
    },
    {
      by: 'Chidi Okonkwo',
      hoursAgo: 63,
      body: 'Second time. Two seats to my left a man fell asleep, snored through the shabu-shabu and woke for the ending, in tears. Perfect audience.',
    },
    { by: 'Mariam Haddad', hoursAgo: 70, body: 'Came alone, which is the way to do it.' },
    {
      by: 'Grace Adeyemi',
      hoursAgo: 76,
      body: 'Is the 20:45 the subtitled one or the 18:15? My mother would like to come and she needs them.',
      replies: [
        {
          by: 'Maeve Quinlan',
          hoursAgo: 75,
          body: 'Neither from the print, I am afraid: prints carry no captions. Saturday at 15:00 is from a file and has them some weeks; the badge on the time says so.',
        },
        { by: 'Grace Adeyemi', hoursAgo: 74, body: 'Thank you, we will look for the badge.' },
      ],
    },
    {
      by: 'Piotr Wójcik',
      hoursAgo: 98,
      body: 'The reel change at about 40 minutes had a scratch in the green. I mention it only because somebody will, and because I enjoyed it.',
    },
    {
      by: 'Lena Sørensen',
      hoursAgo: 120,
      body: 'Nobody in this film has a plan for the evening. I miss that.',
    },
    {
      by: 'Rafael Quintana',
      hoursAgo: 131,
      body: 'My partner says nothing happens. I say that everything happens in the lift.',
    },
    {
      by: 'Siobhán Daly',
      hoursAgo: 150,
      body: 'Jet lag on a Tuesday night after work is easy to act along with. Coffee in the foyer is recommended, the big one.',
    },
    {
      by: 'Dario Conti',
      hoursAgo: 168,
      body: 'The Studio is the right size for it. In the Grand you would feel watched.',
    },
    {
      by: 'Min-jun Seo',
      hoursAgo: 190,
      body: 'The music is half the film. I went home along the canal with headphones and it went on for another hour.',
      replies: [{ by: 'Lena Sørensen', hoursAgo: 186, body: 'Same, and I live in the other direction.' }],
    },
    {
      by: 'Helga Brandt',
      hoursAgo: 215,
      body: 'I am nearer his age than hers now. It is a different film from over here.',
    },
    {
      by: 'Arjun Mehta',
      hoursAgo: 240,
      body: 'Does anyone know which wallpaper that is in the corridor? Asking for a landlord.',
    },
    {
      by: 'Thandiwe Dube',
      hoursAgo: 262,
      body: 'Lovely. Then I walked out into the rain on Lantern Street and for a second it was Shinjuku. The chip shop helped.',
    },
    {
      by: 'Declan Foy',
      hoursAgo: 288,
      body: 'Not for me. Two people with nothing to complain about complain for a week, beautifully lit.',
      replies: [
        { by: 'Mariam Haddad', hoursAgo: 285, body: 'They hardly complain at all. They keep not saying it.' },
        { by: 'Declan Foy', hoursAgo: 284, body: 'That I grant you. The not saying was good.' },
      ],
    },
    {
      by: 'Beatriz Carvalho',
      hoursAgo: 310,
      body: 'Row C is too near for the neon. G is where I would go next time.',
    },
    {
      by: 'Tomás Ó Conaill',
      hoursAgo: 344,
      body: 'Chuir sé uaigneas orm, ach uaigneas deas. (It made me lonely, in a nice way.)',
    },
    {
      by: 'Hana Novotná',
      hoursAgo: 380,
      body: 'We were nine people on a Thursday afternoon and all nine sat through the credits.',
    },
    {
      by: 'Paul Hennessy',
      hoursAgo: 421,
      body: 'I took my daughter, who is nineteen and studying philosophy. She did not speak to me until the bus. Then she said: I am stuck too, does it get easier? So now we both know the film.',
    },
    {
      by: 'Olena Kovalenko',
      hoursAgo: 470,
      body: 'I came to Dublin two years ago and did not sleep for the first month. I had no idea that somebody had filmed it.',
      replies: [
        { by: 'Oona Reyes', hoursAgo: 466, body: 'Glad that you are here, and I hope you sleep now.' },
        { by: 'Olena Kovalenko', hoursAgo: 465, body: 'Like a stone. Thank you.' },
      ],
    },
    { by: 'Eoghan Walsh', hoursAgo: 540, body: 'Best hangover film. I have data.' },
    {
      by: 'Wanjiru Kamau',
      hoursAgo: 612,
      body: 'There is a shot from a taxi, about three seconds, with her face and the whole city on the window. I would pay for those three seconds.',
    },
  ],
};
