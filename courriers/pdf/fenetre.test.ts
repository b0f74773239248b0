import { ecrire, rendre } from '..';
import { exemple, exemples, personnesExemple } from '../exemples';
import { type Trace, tracer } from './de-test/lecture';
import { blocAdresse, type Rectangle, reserve } from './fenetre';

/** Tall letters rise above their line by less than one body, and hang below it by less than a third. */
const PT = 25.4 / 72;
const touche = (t: Trace, r: Rectangle): boolean =>
  t.droite > r.gauche && t.gauche < r.droite && t.ligne + (t.corps * PT) / 3 > r.haut && t.ligne - t.corps * PT < r.bas;
const tient = (t: Trace, r: Rectangle): boolean =>
  !t.coupe &&
  t.gauche >= r.gauche &&
  t.droite <= r.droite &&
  t.ligne - t.corps * PT * 0.7 >= r.haut &&
  t.ligne + t.corps * PT * 0.25 <= r.bas;

/** What a window may show of the first page; characters without ink apart. */
const vu = (pdf: Uint8Array): Trace[] =>
  tracer(pdf).filter((t) => t.page === 1 && t.texte.trim() !== '' && touche(t, reserve));

/** Runs of one line together, as the eye reads them. */
function lignes(traces: Trace[]): string[] {
  const parLigne = new Map<number, string>();
  for (const t of traces) {
    const y = Math.round(t.ligne * 10);
    parLigne.set(y, `${parLigne.get(y) ?? ''} ${t.texte.trim()}`.trim());
  }
  return [...parLigne.entries()].sort(([a], [b]) => a - b).map(([, texte]) => texte);
}

describe('la fenêtre de l’enveloppe', () => {
  it('est celle d’une DL et d’une C6/5, où que la feuille glisse', () => {
    expect(reserve).toEqual({ gauche: 90, haut: 34, droite: 209, bas: 94 });
    expect(blocAdresse).toEqual({ gauche: 110, haut: 50, droite: 190, bas: 79 });
  });

  it.each(exemples().map((d) => [`${d.code} pour ${d.destinataire}`, d] as const))(
    '%s : l’adresse, et rien d’autre',
    (_nom, d) => {
      const traces = vu(rendre(d).pdf);
      expect(lignes(traces)).toEqual(ecrire(d).adresse);
      for (const t of traces) expect(tient(t, blocAdresse)).toBe(true);
    },
  );

  const long = 'Très-Long-Nom '.repeat(22).trim();
  it.each([
    ['300 signes', long],
    ['300 signes d’un seul mot', 'W'.repeat(300)],
    ['de droite à gauche', 'شارع الحرية '.repeat(6).trim()],
    ['des émojis', '👩‍🚀🎉'.repeat(20)],
    ['six lignes pleines', 'M'.repeat(38)],
  ])('%s partout : rien ne sort du bloc, rien d’autre n’y entre', (_nom, texte) => {
    const adresse = { lignes: [texte, texte, texte, texte], codePostal: '97134', ville: texte };
    const personnes = structuredClone(personnesExemple);
    Object.assign(personnes.identite, { prenom: texte, nom: texte, adresse });
    Object.assign(personnes.agence, { nom: texte, horaires: texte, adresse });
    Object.assign(personnes.referent, { prenom: texte, nom: texte });
    const traces = vu(rendre(exemple('C13_FIN_CSP', 'BENEFICIAIRE', { personnes })).pdf);
    expect(traces.length).toBeGreaterThanOrEqual(6);
    for (const t of traces) expect(tient(t, blocAdresse)).toBe(true);
  });

  it('une adresse ordinaire se lit aussi dans une fenêtre de 35 mm, plus basse de 10 mm', () => {
    for (const t of vu(rendre(exemple('C13_FIN_CSP')).pdf))
      expect(t.ligne - t.corps * PT * 0.7).toBeGreaterThanOrEqual(55);
  });
});
