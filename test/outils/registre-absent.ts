import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Banc, monterBanc } from '../../client/local/banc';
import { portLibre } from '../../client/local/ports';
import { demarrerPostgres } from '../../client/local/postgres';
import { ouvrirParcours } from '../../client/usages/ouvrir';
import { planifierRendezVous } from '../../client/usages/planifier-rendez-vous';
import { lireContexte } from '../../client/usages/rendez-vous/contexte';
import { depsRendezVous } from '../../client/usages/rendez-vous/suite';
import { courriersDuDossier, lireDossier, migrer, ouvrirRegistre, type Registre } from '../../registre';
import { idParcours, situation } from '../../workflows/parcours/messages';
import { idRendezVous } from '../../workflows/rendez-vous/messages';
import { dossierInvente, personnesInventees } from './ouvertures';
import { attendreQue } from './pile';
import { a9h } from './voyage';

/** From a Friday evening to a Monday morning, in simulated time. */
export const ABSENCE_HEURES = 62;
const DEPART = new Date('2025-03-07T19:00:00Z');
/**
 * Journeys of one bench. The server that skips time goes through all that waits each time something happens: what a try costs it grows
 * with the journeys that wait, while several benches beside one another cost what each does.
 */
export const PAR_BANC = 40;
const FAIT = new Date('2025-03-08T09:00:00Z');
const RETOUR = new Date(DEPART.getTime() + ABSENCE_HEURES * 3_600_000);
/** Of real time, for the slowest machine: the bench hands over some letters a second. */
const REPRISE_MS = 600_000;

const acceptation = { type: 'REPONSE_SALARIE', date: '2025-03-08', reponse: 'ACCEPTATION' };

/** A workflow just before the register is given back. */
export interface PendantAbsence {
  id: string;
  statut: string;
  /** Events that its history gained while the register was away. */
  ajoutes: number;
  /** Tries of the activity that waits for the register. */
  essais: number;
}

/** What became of a journey once the register was back. */
export interface ApresRetour {
  id: string;
  /** Outcome of the fact that came while the register was away. */
  fait: string | undefined;
  etat: string | null;
  /** The register and the journey say the same version. */
  accord: boolean;
  /** Statuts of its letters of adhesion, two in all. */
  adhesions: string[];
  /** Of its history, in all. */
  evenements: number;
}

export interface BilanAbsence {
  pendant: PendantAbsence[];
  apres: ApresRetour[];
  /** Of real time: to open, to wait, to go on. */
  secondes: { ouverture: number; absence: number; reprise: number };
}

/**
 * The register away for 62 simulated hours under journeys that wait for an answer, each of which is sent one meanwhile, and under
 * an appointment whose mail is due; then back.
 */
export async function vivreSansRegistre(nombre: number): Promise<BilanAbsence> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-absent-'));
  // Under root, PostgreSQL runs as another account, which must get through.
  await chmod(dossier, 0o711);
  const options = { dossier, port: await portLibre(), durable: false };
  let postgres = await demarrerPostgres(options);
  let registre: Registre | null = null;
  const bancs: Banc[] = [];
  try {
    await migrer(postgres.url);
    registre = ouvrirRegistre(postgres.url);
    while (bancs.length * PAR_BANC < nombre) bancs.push(await monterBanc({ registre, depart: a9h('2025-03-03') }));
    return await vivre(bancs, nombre, {
      couper: () => postgres.arreter(),
      async rendre() {
        postgres = await demarrerPostgres(options);
      },
    });
  } catch (erreur) {
    // A bench that stood still closes badly, or never: what stopped it is said first.
    console.error(erreur);
    throw erreur;
  } finally {
    for (const banc of bancs) await banc.fermer();
    await registre?.fermer();
    await postgres.arreter();
    rmSync(dossier, { recursive: true, force: true });
  }
}

async function vivre(
  bancs: readonly Banc[],
  nombre: number,
  postgres: { couper(): Promise<void>; rendre(): Promise<void> },
): Promise<BilanAbsence> {
  const chronometre = chronometrer();
  const groupes = await Promise.all(
    bancs.map((banc, rang) => ouvrirGroupe(banc, rang * PAR_BANC, Math.min(nombre, (rang + 1) * PAR_BANC))),
  );
  const ouverture = chronometre();
  await postgres.couper();
  const pendant = (await Promise.all(groupes.map(passerAbsence))).flat();
  const absence = chronometre();
  await postgres.rendre();
  const apres = (await Promise.all(groupes.map(reprendre))).flat();
  return { pendant, apres, secondes: { ouverture, absence, reprise: chronometre() } };
}

/** The journeys of a bench, and the length of each history just before the register goes away. */
interface Groupe {
  banc: Banc;
  numeros: string[];
  avant: Map<string, number>;
}

/** Opens those from one rank to another, the first of all with an appointment. */
async function ouvrirGroupe(banc: Banc, du: number, au: number): Promise<Groupe> {
  const numeros: string[] = [];
  for (let rang = du; rang < au; rang += 1) numeros.push(await ouvrir(banc, rang));
  await banc.avancer(a9h('2025-03-04'));
  const ids = numeros.map(idParcours);
  if (du === 0) ids.push(await fixerRendezVous(banc, numeros[0]!));
  await banc.avancer(DEPART);
  const avant = new Map<string, number>();
  for (const id of ids) avant.set(id, await evenements(banc, id));
  return { banc, numeros, avant };
}

async function passerAbsence({ banc, numeros, avant }: Groupe): Promise<PendantAbsence[]> {
  await banc.avancer(FAIT);
  for (const numero of numeros) {
    const message = { id: 'accord', auteur: 'essai', evenement: acceptation };
    await banc.client.workflow.getHandle(idParcours(numero)).signal('consigner', message);
  }
  await banc.avancer(RETOUR);
  const pendant: PendantAbsence[] = [];
  for (const [id, combien] of avant) pendant.push(await pendantAbsence(banc, id, combien));
  return pendant;
}

async function reprendre({ banc, numeros }: Groupe): Promise<ApresRetour[]> {
  await banc.avancer(a9h('2025-03-11'));
  const apres: ApresRetour[] = [];
  for (const numero of numeros) apres.push(await apresRetour(banc, numero));
  return apres;
}

/** Seconds since the last time it was asked. */
function chronometrer(): () => number {
  let debut = Date.now();
  return () => {
    const ecoule = Math.round((Date.now() - debut) / 1000);
    debut = Date.now();
    return ecoule;
  };
}

async function ouvrir(banc: Banc, rang: number): Promise<string> {
  const identite = { ...personnesInventees.identite, prenom: `Patiente${rang}`, email: `patiente${rang}@example.org` };
  const { numero } = await ouvrirParcours(
    { registre: banc.registre, temporal: banc.client, envoi: 'immediat' },
    {
      dossier: dossierInvente,
      personnes: { ...personnesInventees, identite },
      dateReprise: null,
      evenements: [],
      auteur: 'essai',
    },
    await banc.maintenant(),
  );
  return numero;
}

/** @returns the id of the workflow of its mail */
async function fixerRendezVous(banc: Banc, numero: string): Promise<string> {
  const saisie = { sorte: 'SUIVI', mode: 'PRESENTIEL', jour: '2025-03-11', heure: '14:00', duree: '30', lieu: 'ici' };
  const deps = depsRendezVous({ registre: banc.registre, temporal: banc.client, envoi: 'immediat' });
  const contexte = await lireContexte(deps, numero);
  const auteur = { auteur: 'essai', confirme: true };
  await planifierRendezVous(deps, contexte, { id: 'mardi', saisie }, auteur, await banc.maintenant());
  return idRendezVous('mardi');
}

const evenements = async (banc: Banc, id: string): Promise<number> =>
  (await banc.client.workflow.getHandle(id).fetchHistory()).events!.length;

async function pendantAbsence(banc: Banc, id: string, avant: number): Promise<PendantAbsence> {
  const { status, raw } = await banc.client.workflow.getHandle(id).describe();
  const essais = (raw.pendingActivities ?? []).map(({ attempt }) => attempt ?? 0);
  return { id, statut: status.name, ajoutes: (await evenements(banc, id)) - avant, essais: Math.max(0, ...essais) };
}

async function apresRetour(banc: Banc, numero: string): Promise<ApresRetour> {
  const id = idParcours(numero);
  await attendreQue(
    `les deux lettres d’adhésion de ${numero}`,
    async () => (await adhesions(banc, numero)).filter((statut) => statut === 'PARTI').length === 2,
    REPRISE_MS,
  );
  const vue = await banc.client.workflow.getHandle(id).query(situation);
  const inscrit = await lireDossier(banc.registre, numero);
  return {
    id,
    fait: vue.issues.accord?.statut,
    etat: inscrit?.etat ?? null,
    accord: inscrit?.version === vue.version,
    adhesions: await adhesions(banc, numero),
    evenements: await evenements(banc, id),
  };
}

const adhesions = async (banc: Banc, numero: string): Promise<string[]> =>
  (await courriersDuDossier(banc.registre, numero))
    .filter(({ code }) => code === 'C04_ADHESION')
    .map(({ statut }) => statut);

/** Events that waiting may cost a history: a letter of the week-end tried, a fact taken in, and the activity that waits. */
const AJOUTES_MAX = 50;

/** What is not as it must be, in French; nothing when all went on. */
export function fautesDAbsence({ pendant, apres }: BilanAbsence): string[] {
  return [
    ...pendant.flatMap(({ id, statut, ajoutes }) => [
      ...(statut === 'RUNNING' ? [] : [`${id} : ${statut}`]),
      ...(ajoutes < AJOUTES_MAX ? [] : [`${id} : ${ajoutes} événements de plus`]),
    ]),
    ...apres.flatMap(({ id, fait, etat, accord, adhesions: lettres }) => [
      ...(fait === 'RETENU' ? [] : [`${id} : fait ${fait ?? 'perdu'}`]),
      ...(etat === 'ACCEPTE' && accord ? [] : [`${id} : le registre dit ${etat}`]),
      ...(lettres.join() === 'PARTI,PARTI' ? [] : [`${id} : lettres d’adhésion ${lettres.join(', ')}`]),
    ]),
  ];
}
