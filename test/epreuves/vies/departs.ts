import { ok, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import { cleCourrier } from '../../../domain/catalogue/cle-courrier';
import { type CourrierAttendu, type DepartReel, departReel } from '../../../domain/parcours/depart';
import type { ModeEnvoi } from '../../../domain/parcours/parcours';
import { previsualiserParcours } from '../../../domain/parcours/previsualiser';
import type { FaitVecu } from './faits-vecus';
import { evenement, vie } from './tirage';
import { RETENUE, type Vue, vivre } from './vies';

const RESIDENCE = 'metropole';
const jourDe = (quand: string) => dateLocale(new Date(quand), fuseau(RESIDENCE));
const attendus = ({ situation }: Vue) => situation.courriers.filter(({ statut }) => statut === 'A_VENIR');

/** Nothing is promised for a day that is over, nor for another day than that of the law without saying why. */
function verifier({ cle, date }: CourrierAttendu, { quand, jour, raison }: DepartReel, maintenant: Date): void {
  ok(
    quand !== null && quand >= maintenant.toISOString(),
    `${cle} partirait le ${quand}, et il est ${maintenant.toISOString()}`,
  );
  strictEqual(jour, jourDe(quand), `${cle} : le jour n’est pas celui de l’instant`);
  strictEqual(raison === null, jour === date, `${cle} : prévu le ${date}, part le ${jour}, raison ${raison}`);
}

/** A life looked at between its passes, some hours late: what is shown then, and what really left. */
function examiner(faits: readonly FaitVecu[], envoi: ModeEnvoi, heures: number): void {
  const { vues, parties, etat } = vivre(faits, envoi);
  const decede = faits.some(({ evenement: { motif } }) => motif === 'DECES');
  vues.forEach((vue, rang) => {
    for (const retard of [0, heures]) {
      const maintenant = new Date(Date.parse(vue.quand) + retard * 3_600_000);
      for (const c of attendus(vue))
        verifier(c, departReel(c, { maintenant, residence: RESIDENCE, envoi }), maintenant);
    }
    const suivante = vues[rang + 1];
    if (suivante === undefined || suivante.informee || decede) return;
    for (const { du, quand } of parties.filter((partie) => partie.quand === suivante.quand)) {
      const promis = attendus(vue).find(({ cle }) => cle === cleCourrier(etat.numero, du));
      if (promis === undefined) continue;
      const { quand: annonce } = departReel(promis, { maintenant: new Date(vue.quand), residence: RESIDENCE, envoi });
      strictEqual(quand, annonce, `${du.cle} était annoncé le ${annonce}`);
    }
  });
}

/** What an act recorded at some moment of a life would send. */
function apercevoir(faits: readonly FaitVecu[], envoi: ModeEnvoi, acte: object, part: number): void {
  const { vues } = vivre(faits, envoi);
  const { etat, quand } = vues[Math.floor(part * (vues.length - 1))]!;
  const message = {
    id: 'apercu',
    acte: 'consigner' as const,
    contenu: { evenement: acte, auteur: 'un' },
    recuLe: quand,
  };
  const apercu = previsualiserParcours(etat, message, quand, { envoi, sursisMinutes: RETENUE });
  if (apercu.apres.decesSignale) return;
  for (const c of [...apercu.courriersNouveaux, ...apercu.courriersAnnules]) verifier(c, c.reel, new Date(quand));
}

const mode = fc.constantFrom<ModeEnvoi>('immediat', 'fenetre');

/**
 * Random lives and moments: no departure shown is before the moment at which it is read, one on another day than that of the law says
 * why, and what nothing changed since leaves at the very instant that was shown.
 * @throws the smallest life that shows otherwise
 */
export function eprouverDeparts(numRuns: number, seed: number): void {
  fc.assert(fc.property(vie, mode, fc.integer({ min: 0, max: 100 }), examiner), { numRuns, seed });
  fc.assert(fc.property(vie, mode, evenement, fc.double({ min: 0, max: 1, noNaN: true }), apercevoir), {
    numRuns,
    seed,
  });
}
