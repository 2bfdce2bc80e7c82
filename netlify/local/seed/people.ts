import type { Role } from '../../../lib/identity/roles';

export interface Person {
  name: string;
  /** At example.org or example.com alone: mail to them reaches nobody. */
  email: string;
  role: Role;
  password: string;
}

const MEMBER_PASSWORD = 'marquee-member';

/** One account for each role, printed by `npm start`. */
export const demoAccounts: readonly Person[] = [
  { name: 'Nadia Kern', email: 'member@example.org', role: 'member', password: MEMBER_PASSWORD },
  { name: 'Maeve Quinlan', email: 'staff@example.org', role: 'staff', password: 'marquee-staff' },
  { name: 'Ruth Adler', email: 'admin@example.org', role: 'admin', password: 'marquee-admin' },
];

const names: readonly (readonly [name: string, email: string])[] = [
  ['Oona Reyes', 'oona.reyes@example.org'],
  ['Ivo Marek', 'ivo.marek@example.com'],
  ['Aoife Ní Bhriain', 'aoife@example.org'],
  ['Chidi Okonkwo', 'chidi.okonkwo@example.com'],
  ['Yuki Tanabe', 'y.tanabe@example.org'],
  ['Mariam Haddad', 'mariam.haddad@example.org'],
  ['Tadhg Brennan', 'tadhg.brennan@example.com'],
  ['Piotr Wójcik', 'piotr.wojcik@example.org'],
  ['Lena Sørensen', 'lena@example.com'],
  ['Rafael Quintana', 'rafa.quintana@example.org'],
  ['Priya Raman', 'priya.raman@example.org'],
  ['Olena Kovalenko', 'olena.k@example.com'],
  ['Siobhán Daly', 'siobhan.daly@example.org'],
  ['Kwame Asante', 'kwame.asante@example.org'],
  ['Mei-Ling Zhou', 'meiling.zhou@example.com'],
  ['Dario Conti', 'dario@example.org'],
  ['Fatima Zahra El Idrissi', 'fz.elidrissi@example.org'],
  ['Jonas Lindqvist', 'jonas.lindqvist@example.com'],
  ['Anneke de Vries', 'anneke.devries@example.org'],
  ['Hassan Farah', 'hassan.farah@example.org'],
  ['Noor Rahimi', 'noor.rahimi@example.com'],
  ['Beatriz Carvalho', 'bea.carvalho@example.org'],
  ['Eoghan Walsh', 'eoghan@example.org'],
  ['Min-jun Seo', 'minjun.seo@example.com'],
  ['Zsófia Balogh', 'zsofia.balogh@example.org'],
  ['Tomás Ó Conaill', 'tomas.oconaill@example.org'],
  ['Ingrid Haugen', 'ingrid.haugen@example.com'],
  ['Samir Benali', 'samir.benali@example.org'],
  ['Grace Adeyemi', 'grace.adeyemi@example.org'],
  ['Luca Moretti', 'l.moretti@example.com'],
  ['Irina Petrova', 'irina.petrova@example.org'],
  ['Arjun Mehta', 'arjun.mehta@example.org'],
  ['Helga Brandt', 'helga.brandt@example.com'],
  ['Wanjiru Kamau', 'wanjiru@example.org'],
  ['Paul Hennessy', 'paul.hennessy@example.org'],
  ['Élodie Marchand', 'elodie.marchand@example.com'],
  ['Mateo Ruiz Salas', 'mateo.ruiz@example.org'],
  ['Hana Novotná', 'hana.novotna@example.org'],
  ['Declan Foy', 'declan.foy@example.com'],
  ['Thandiwe Dube', 'thandiwe.dube@example.org'],
];

/** Forty members besides the demo accounts; the small seed takes the first six. */
export const members: readonly Person[] = names.map(([name, email]) => ({
  name,
  email,
  role: 'member',
  password: MEMBER_PASSWORD,
}));
