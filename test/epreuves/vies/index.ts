import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../../commun/racine';
import { machine } from '../deroulement';
import { eprouverUneLettre } from './une-lettre';
import { eprouverVies } from './vies';

/** The letters of one act are read over a tenth as many lives: enough to meet every pair, in a minute or two. */
const LUES_SUR = 10;

/**
 * `npm run epreuve -- vies [nombre] [graine]`: as many random lives, compared with `calculer`, a tenth as many read letter by letter; writes
 * `docs/epreuves/AAAA-MM-JJ-vies.md`.
 * @throws with the smallest life that differs
 */
export async function eprouverLesVies([nombre = '3000', graine = '1']: string[]): Promise<void> {
  const debut = new Date();
  eprouverVies(Number(nombre), Number(graine));
  const lues = Math.ceil(Number(nombre) / LUES_SUR);
  eprouverUneLettre(lues, Number(graine));
  const date = debut.toISOString().slice(0, 10);
  const minutes = ((Date.now() - debut.getTime()) / 60_000).toFixed(1).replace('.', ',');
  const texte = `# Vies au hasard, ${date}

\`npm run epreuve -- vies ${nombre} ${graine}\` : ${nombre} vies tirées au hasard (graine ${graine}), faits tardifs, sorties confirmées en
seconde personne et retenue d’une heure compris, vécues par la boucle du parcours sans serveur. Chacune finit d’accord avec \`calculer\` sur
son journal, date pour date et lettre pour lettre, sans rien laisser à envoyer ; seule exception admise, celle de R28.
Sur ${lues} autres, dont la remise peut être corrigée, ce qu’un acte change pour un lecteur, un jour, est une lettre.

${minutes} min sur ${machine()}.
`;
  mkdirSync(join(racine, 'docs/epreuves'), { recursive: true });
  writeFileSync(join(racine, 'docs/epreuves', `${date}-vies.md`), texte);
  console.log(`${nombre} vies d’accord avec calculer ; rapport : docs/epreuves/${date}-vies.md`);
}
