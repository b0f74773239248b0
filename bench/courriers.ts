import { rendre, rendreCourriel, rendreSms } from '../courriers';
import type { DonneesCourrier } from '../courriers/donnees';
import { exemple, exemples, personnesExemple } from '../courriers/exemples';

/**
 * `npm run bench -- courriers`: what a letter costs of one core. Rendered whole (text, HTML, SMS, PDF), every letter of the
 * catalogue in turn, each for another person of another agency: only the sentences that do not depend on them are laid out once for
 * all. Then the monthly mail to everyone, which has no PDF.
 */
const CHAUFFE = 40;
const LETTRES = 400;
const COURRIELS = 10_000;

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

function chronometrer(fois: number, faire: (i: number) => unknown): number[] {
  for (let i = 0; i < CHAUFFE; i += 1) faire(i);
  return Array.from({ length: fois }, (_, i) => {
    const debut = msCoeur();
    faire(CHAUFFE + i);
    return msCoeur() - debut;
  }).sort((a, b) => a - b);
}

const part = (mesures: number[], q: number): string =>
  (mesures[Math.floor(mesures.length * q)] ?? 0).toLocaleString('fr-FR', { maximumFractionDigits: 2 });

const tous = exemples();
const lettres = chronometrer(LETTRES, (i) => rendre(quelquUn(tous[i % tous.length]!, i)));
console.log(
  `lettre (texte, HTML, SMS, PDF)   médiane ${part(lettres, 0.5)} ms, 95e centile ${part(lettres, 0.95)} ms d’un cœur`,
);

const rappel = exemple('RAPPEL_ACTUALISATION');
const debut = msCoeur();
for (let i = 0; i < COURRIELS; i += 1) {
  const d = quelquUn(rappel, i);
  rendreCourriel(d);
  rendreSms(d);
}
const moyenne = (msCoeur() - debut) / COURRIELS;
console.log(
  `courriel à tous (texte, HTML, SMS) moyenne ${moyenne.toLocaleString('fr-FR', { maximumFractionDigits: 3 })} ms d’un cœur`,
);
