import { rendre, rendreCourriel, rendreSms } from '../courriers';
import type { DonneesCourrier } from '../courriers/donnees';
import { exemple, exemples, personnesExemple } from '../courriers/exemples';
import { dire, garderResultat, serie } from './resultats';

/**
 * `npm run bench -- courriers`: what a letter costs of one core. Rendered whole (text, HTML, SMS, PDF), every letter of the
 * catalogue in turn, each for another person of another agency: only the sentences that do not depend on them are laid out once for
 * all. Then the monthly mail to everyone, which has no PDF.
 */
const CHAUFFE = 40;
const LETTRES = 200;
const COURRIELS = 3_000;
const TOURS = 3;

/** Milliseconds of a core used so far, by every thread of the process: other programs do not count. */
function msCoeur(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const { identite, agence, referent } = personnesExemple;
const quelquUn = (d: DonneesCourrier, i: number): DonneesCourrier => ({
  ...d,
  numero: `2026-${String(i).padStart(6, '0')}-07`,
  personnes: {
    ...personnesExemple,
    identite: { ...identite, nom: `Lefèvre-${i}` },
    agence: { ...agence, nom: `${agence.nom} ${i}` },
    referent: { ...referent, nom: `${referent.nom}-${i}` },
  },
});

const tous = exemples();
let rang = 0;

/** Milliseconds of a core for each of some letters, in order. */
function ecrireLettres(combien: number): number[] {
  return Array.from({ length: combien }, () => {
    rang += 1;
    const debut = msCoeur();
    rendre(quelquUn(tous[rang % tous.length]!, rang));
    return msCoeur() - debut;
  }).sort((a, b) => a - b);
}

const rappel = exemple('RAPPEL_ACTUALISATION');

/** Milliseconds of a core for one of some letters to everyone. */
function ecrireCourriels(combien: number): number {
  const debut = msCoeur();
  for (let i = 0; i < combien; i += 1) {
    rang += 1;
    const d = quelquUn(rappel, rang);
    rendreCourriel(d);
    rendreSms(d);
  }
  return (msCoeur() - debut) / combien;
}

ecrireLettres(CHAUFFE);
const tours = Array.from({ length: TOURS }, () => {
  const lettres = ecrireLettres(LETTRES);
  return { mediane: lettres[LETTRES / 2]!, p95: lettres[LETTRES * 0.95]!, aTous: ecrireCourriels(COURRIELS) };
});
const mediane = serie(tours.map((t) => t.mediane));
const p95 = serie(tours.map((t) => t.p95));
const aTous = serie(tours.map((t) => t.aTous));
console.log(
  `lettre        texte, HTML, SMS, PDF : médiane ${dire(mediane, 2)} ms d’un cœur, 95e centile ${dire(p95, 2)}`,
);
console.log(`courriel      à tous, texte, HTML, SMS : moyenne ${dire(aTous, 3)} ms d’un cœur`);
garderResultat('courriers', { lettre: { mediane, p95 }, aTous }, 'courriers-ecrits');
