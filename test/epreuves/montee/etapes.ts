import { setTimeout as attendre } from 'node:timers/promises';
import type { BilanRejeu } from '../../../client/local/rejouer';
import type { ImpactDuCode } from '../../../client/usages/etudier-impact-du-code';
import { promouvoirVersion } from '../../../client/usages/promouvoir-version';
import type { DateCivile } from '../../../domain/calendrier/dates';
import { cleCourrier } from '../../../domain/catalogue/cle-courrier';
import { attendreQue } from '../../outils/pile';
import { releverRafale } from '../../outils/rafale';
import type { Derouler } from '../deroulement';
import { comparer } from '../grappe/parcours';
import {
  accord,
  attendreCompte,
  attendreJuges,
  attendreSitues,
  compter,
  direAChacun,
  finDe,
  parties,
  reveiller,
} from './actes';
import { ecarts, fautesDesRemises, redites } from './bilan';
import { familleDe, ouvrirFamilles } from './familles';
import type { Lieu } from './lieu';
import { celleCi, type Version } from './suivante';

export interface Montee {
  lieu: Lieu;
  suivante: Version;
  combien: number;
  aujourdhui: DateCivile;
  etape: Derouler;
  /** What is amiss, one French line each. */
  fautes: string[];
}

const VIVANTS = 'ExecutionStatus = "Running"';
const sur = ({ nom }: Version) => `${VIVANTS} AND TemporalWorkerDeploymentVersion = "jalon:${nom}"`;
/** For the engine's services to hear which release is promoted. */
const PROMUE_MS = 60_000;
/** A worker that nothing is given to is watched for that long. */
const RIEN_MS = 5_000;
/** Times that journeys are woken before one that does not move is a fault. */
const TOURS = 5;

/** Wakes the journeys until the engine has all of them so: those that it woke while it still heard of the promotion stayed where they were. */
async function passerTous(lieu: Lieu, numeros: readonly string[], quoi: string): Promise<void> {
  for (let tour = 1; (await compter(lieu, quoi)) < numeros.length; tour++) {
    if (tour > TOURS) throw new Error(`${await compter(lieu, quoi)} parcours sur ${numeros.length} : ${quoi}`);
    await reveiller(lieu, numeros, `apres-${tour}`);
    await attendreJuges(lieu, numeros, `apres-${tour}`);
    // What the lists of the engine say comes a little after.
    await attendre(RIEN_MS);
  }
}

/** The rehearsal, step by step, as an operator does it. */
export async function monter({ lieu, suivante, combien, aujourdhui, etape, fautes }: Montee): Promise<void> {
  const { client } = lieu;
  const promouvoir = (version: Version, part?: number) =>
    attendreQue(
      `${version.nom} promue`,
      () =>
        promouvoirVersion(client, { version: version.nom, ...(part === undefined ? {} : { part }) }).then(
          () => true,
          () => false,
        ),
      PROMUE_MS,
    );
  const partiesDe = async () => new Set((await parties(lieu, numeros)).map(({ cle }) => cle));

  const ancien = await etape('Un worker de la version en place, promue', async () => {
    const worker = await lieu.lancerWorker(celleCi);
    await promouvoir(celleCi);
    return [`${celleCi.nom} tient tout`, worker];
  });
  const numeros = await etape('Des parcours à cinq moments de leur vie', async () => {
    const ouverts = await ouvrirFamilles(lieu, combien, aujourdhui);
    await attendreSitues(lieu, combien);
    return [`${ouverts.length} ouverts`, ouverts];
  });
  const avant = await partiesDe();
  await etape('`jalon rejouer` avec la version suivante', async () => {
    const { rejouees, echecs } = await lieu.jalon<BilanRejeu>(suivante, ['rejouer', '--json']);
    fautes.push(...echecs.map(({ workflow, raison }) => `${workflow} : ${raison}`));
    return [`${rejouees.parcours ?? 0} parcours rejoués, ${echecs.length} échec(s)`, undefined];
  });
  const impact = await etape('`jalon impact --code` avec la version suivante', async () => {
    const dit = await lieu.jalon<ImpactDuCode>(suivante, ['impact', '--code', '--json']);
    if (dit.nonEnvoyees.length === 0) fautes.push('la correction ne change rien au passé');
    if (dit.lettres.length === 0) fautes.push('la correction ne fait rien partir');
    return [
      `${avant.size} courriers déjà partis ; ${dit.lettres.length} partiraient aussitôt, ${dit.nonEnvoyees.length} sur le passé ne partiront pas`,
      dit,
    ];
  });
  await etape('Un worker de la version suivante, à côté', async () => {
    await lieu.lancerWorker(suivante);
    await reveiller(lieu, numeros, 'avant');
    await attendreJuges(lieu, numeros, 'avant');
    await attendre(RIEN_MS);
    const pris = await compter(lieu, sur(suivante));
    if (pris > 0) fautes.push(`${pris} parcours confiés à une version qui n’est pas promue`);
    return ['rien ne lui est confié', undefined];
  });
  const acceptants = numeros.filter((_, rang) => familleDe(rang).nom === 'Reflexion');
  await etape('Les deux ensemble, la suivante à l’essai sur la moitié, pendant que des faits arrivent', async () => {
    await promouvoir(suivante, 50);
    await Promise.all([direAChacun(lieu, acceptants, () => accord(aujourdhui)), reveiller(lieu, numeros, 'ensemble')]);
    await attendreJuges(lieu, acceptants, 'accord');
    await attendreJuges(lieu, numeros, 'ensemble');
    const [dUn, deLAutre] = await attendreQue(
      'chaque parcours à l’une ou à l’autre',
      async () => {
        const comptes = await Promise.all([compter(lieu, sur(celleCi)), compter(lieu, sur(suivante))]);
        return comptes[0] + comptes[1] === combien && comptes;
      },
      PROMUE_MS,
    );
    if (dUn === 0 || deLAutre === 0) fautes.push(`${dUn} parcours d’un côté, ${deLAutre} de l’autre`);
    return [`${dUn} parcours à l’ancienne, ${deLAutre} à la nouvelle ; ${acceptants.length} acceptations`, undefined];
  });
  await etape('La suivante promue, l’ancienne arrêtée', async () => {
    await promouvoir(suivante);
    await passerTous(lieu, numeros, sur(suivante));
    ancien.kill('SIGTERM');
    await attendreCompte(lieu, 'ExecutionStatus = "ContinuedAsNew"', combien);
    return [`${combien} parcours à la nouvelle, chacun dans une exécution neuve`, undefined];
  });
  await etape('Ce qui est parti est ce qui était annoncé', async () => {
    const annoncees = new Set<string>(impact.lettres.map(({ numero, ...lettre }) => cleCourrier(numero, lettre)));
    const adhesions = (await parties(lieu, acceptants)).filter(({ code }) => code === 'C04_ADHESION');
    if (adhesions.length !== 2 * acceptants.length)
      fautes.push(`${adhesions.length} courriers d’adhésion pour ${acceptants.length} acceptations`);
    for (const { cle } of adhesions) annoncees.add(cle);
    const toutes = await parties(lieu, numeros);
    const trouves = ecarts({ avant, apres: new Set(toutes.map(({ cle }) => cle)), annoncees });
    fautes.push(...trouves, ...redites(toutes));
    return [
      `${annoncees.size} annoncés ou nés d’une acceptation, ${toutes.length - avant.size} partis ; ${trouves.length} écart(s)`,
      undefined,
    ];
  });
  await etape('Chacun va à sa fin', async () => {
    await direAChacun(lieu, numeros, (rang) => finDe(familleDe(rang), aujourdhui));
    await attendreCompte(lieu, VIVANTS, 0);
    const finis = await compter(lieu, 'ExecutionStatus = "Completed"');
    if (finis !== combien) fautes.push(`${finis} parcours finis sur ${combien}`);
    const toutes = await parties(lieu, numeros);
    const remises = fautesDesRemises(
      await releverRafale({ boite: lieu.boite, reglages: { poste: lieu.poste } }, toutes),
    );
    fautes.push(...redites(toutes), ...remises);
    return [
      `${finis} finis ; ${toutes.length} courriers partis en tout, ${remises.length} écart(s) avec la boîte et la poste`,
      undefined,
    ];
  });
  await etape('Registre et moteur comparés, journaux lus', async () => {
    const echecs = lieu.dits('tâche de workflow échoue');
    if (echecs > 0) fautes.push(`${echecs} tâche(s) de workflow en échec`);
    return [`${await comparer(lieu, fautes)} ; ${echecs} tâche de workflow en échec`, undefined];
  });
}
