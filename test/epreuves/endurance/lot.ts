import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Banc, monterBanc } from '../../../client/local/banc';
import { lireConnu } from '../../../client/usages/commun/lire-connu';
import { envoyerActe } from '../../../client/usages/commun/moteur';
import { ouvrirParcours } from '../../../client/usages/ouvrir';
import type { DateCivile } from '../../../domain/calendrier/dates';
import { courriersDuDossier, etatParcours, lireDossier } from '../../../registre';
import { idParcours } from '../../../workflows/parcours/messages';
import { dossierInvente, personnesInventees } from '../../outils/ouvertures';
import { releverRafale } from '../../outils/rafale';
import { ouvrirRegistreDeTest } from '../../outils/registre';
import { administrer } from '../../outils/serveur-registre';
import { a9h } from '../../outils/voyage';
import { fautesDesRemises } from '../montee/bilan';
import { actesDuFait, type FaitVecu, idDuFait } from '../vies/faits-vecus';
import { comparer, dernierJour, RETENUE } from '../vies/vies';
import { type Enfant, lancerEnfant } from './enfant';

/** What became of some lives on one bench. */
export interface BilanDuLot {
  vies: number;
  faits: number;
  lettres: number;
  incertains: number;
  doubles: number;
  morts: number;
  coupures: number;
  fautes: string[];
}

export interface DemandeDuLot {
  vies: readonly (readonly FaitVecu[])[];
  /** From 0 to 1, the same for the same seed. */
  tirer: () => number;
}

/** One day in so many, the workers die; in as many others, the register hangs up on everyone. */
const UN_JOUR_SUR = 6;
/** Of real time, after the clock is let go: the steps of a day take a second. */
const DANS_MS = 1_500;
const DEPART = dossierInvente.dateRemise;

/** Lives some journeys on one bench, to their end, workers killed and connections cut on the way. */
export async function vivreUnLot({ vies, tirer }: DemandeDuLot): Promise<BilanDuLot> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-endurance-'));
  const base = await ouvrirRegistreDeTest();
  const bilan = { vies: vies.length, faits: 0, lettres: 0, incertains: 0, doubles: 0, morts: 0, coupures: 0 };
  let enfant: Enfant | undefined;
  try {
    const banc = await monterBanc({
      ...{ registre: base.registre, depart: a9h(DEPART), sursisMinutes: RETENUE },
      workers: async (place) => {
        enfant = await lancerEnfant(place, base.url, join(dossier, 'workers.log'));
        return enfant;
      },
    });
    try {
      const numeros: string[] = [];
      for (const rang of vies.keys()) numeros.push(await ouvrir(banc, rang));
      for (const [jour, duJour] of parJour(vies)) {
        const panne = async () => {
          const sort = tirer() * UN_JOUR_SUR;
          await attendre(tirer() * DANS_MS);
          if (sort < 1) {
            bilan.morts += 1;
            await enfant!.tuer();
          } else if (sort < 2) {
            bilan.coupures += 1;
            await couper(base.url);
          }
        };
        await Promise.all([banc.avancer(a9h(jour)), panne()]);
        for (const { vie, rang } of duJour) {
          bilan.faits += 1;
          await consigner(banc, numeros[vie]!, vies[vie]!, rang);
        }
      }
      for (const numero of numeros) await banc.client.workflow.getHandle(idParcours(numero)).result();
      const fautes: string[] = [];
      const lettres = [];
      for (const [vie, numero] of numeros.entries()) {
        fautes.push(...(await juger(banc, numero, vies[vie]!)));
        lettres.push(...(await courriersDuDossier(base.registre, numero)));
      }
      const releve = await releverRafale({ boite: banc.boite, reglages: banc }, lettres);
      return {
        ...bilan,
        lettres: lettres.filter(({ statut }) => statut === 'PARTI' || statut === 'RECTIFIE').length,
        incertains: lettres.filter(({ incertain }) => incertain).length,
        doubles: [...releve.recus.values()].filter((fois) => fois > 1).length,
        fautes: [...fautes, ...fautesDesRemises(releve)],
      };
    } finally {
      await banc.fermer();
    }
  } finally {
    await base.fermer();
    rmSync(dossier, { recursive: true, force: true });
  }
}

async function ouvrir(banc: Banc, rang: number): Promise<string> {
  const identite = {
    ...personnesInventees.identite,
    prenom: `Endurante${rang}`,
    email: `endurante${rang}@example.org`,
  };
  const { numero } = await ouvrirParcours(
    { registre: banc.registre, temporal: banc.client, envoi: 'immediat' },
    {
      ...{ dossier: dossierInvente, personnes: { ...personnesInventees, identite }, dateReprise: null },
      ...{ evenements: [], auteur: 'endurance' },
    },
    await banc.maintenant(),
  );
  return numero;
}

interface Repere {
  vie: number;
  rang: number;
}

/** The facts of all the lives, day after day. */
export function parJour(vies: readonly (readonly FaitVecu[])[]): [DateCivile, Repere[]][] {
  const jours = new Map<DateCivile, Repere[]>();
  for (const [vie, faits] of vies.entries())
    for (const [rang, { le }] of faits.entries()) jours.set(le, [...(jours.get(le) ?? []), { vie, rang }]);
  return [...jours].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A fact, told as a tool tells it, and where one person does not decide alone, its confirmation. */
async function consigner(banc: Banc, numero: string, faits: readonly FaitVecu[], rang: number): Promise<void> {
  const deps = { registre: banc.registre, temporal: banc.client };
  for (const { id, acte, contenu } of actesDuFait(faits, rang))
    await envoyerActe(deps, await lireConnu(banc.registre, numero), acte, { id, ...contenu });
}

/** Hangs up on whoever speaks to the register. */
const couper = (url: string): Promise<void> =>
  administrer(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'jalon' and pid <> pg_backend_pid()`,
  );

/** What a journey that is over has otherwise than `calculer` on its journal. */
async function juger({ registre }: Banc, numero: string, faits: readonly FaitVecu[]): Promise<string[]> {
  const inscrit = (await lireDossier(registre, numero))!;
  const etat = etatParcours(inscrit);
  const { vecu, calcule, enAttente } = comparer({ etat, situation: inscrit.situation! }, dernierJour(faits));
  const perdus = faits.filter((_, rang) => !Object.hasOwn(etat.issues, idDuFait(rang)));
  return [
    ...perdus.map(({ evenement, le }) => `${numero} : ${evenement.type} du ${le} est perdu`),
    ...enAttente.map((cle) => `${cle} : attend encore`),
    ...(isDeepStrictEqual(vecu, calcule)
      ? []
      : [`${numero} : ${JSON.stringify(vecu)} au lieu de ${JSON.stringify(calcule)}, faits ${JSON.stringify(faits)}`]),
  ];
}
