import { libellesEtats } from '../../domain/dossier/etats';
import type { Mesures } from '../usages/relever-mesures';
import type { SorteRonde } from '../usages/sante/rondes';
import { FILES } from '../usages/sante/workers-vus';

/** One value, and what tells it from the others of its measure: never a dossier, a person, an agency. */
export type Valeur = readonly [etiquettes: Readonly<Record<string, string>>, valeur: number];

/** A measure of Jalon. */
export interface Mesure {
  /** French, for whoever looks it up in Prometheus. */
  aide: string;
  etiquettes: readonly string[];
  /** None for what could not be asked: an absent series is no zero. */
  lire(mesures: Mesures, maintenant: Date): readonly Valeur[];
}

const mesure = (aide: string, lire: (m: Mesures, maintenant: Date) => number | null | undefined): Mesure => ({
  aide,
  etiquettes: [],
  lire: (m, maintenant) => {
    const valeur = lire(m, maintenant);
    return valeur === null || valeur === undefined ? [] : [[{}, valeur]];
  },
});

const parmi = (aide: string, etiquettes: readonly string[], lire: Mesure['lire']): Mesure => ({
  aide,
  etiquettes,
  lire,
});

const age = (depuis: Date | null, maintenant: Date): number =>
  depuis === null ? 0 : Math.max(0, (maintenant.getTime() - depuis.getTime()) / 1_000);

const reparties = (etiquette: string, parts: Readonly<Record<string, number | undefined>>): Valeur[] =>
  Object.entries(parts).map(([nom, nombre = 0]) => [{ [etiquette]: nom }, nombre]);

const SORTES: readonly SorteRonde[] = ['legere', 'entiere'];
const SUITES = { REPARE: 0, A_REPARER: 0, A_VOIR: 0 };

/** Every measure of Jalon itself, by its name; alerts and the dashboard of `supervision/` are written on them. */
export const mesures: Readonly<Record<string, Mesure>> = {
  jalon_partie_repond: parmi('1 si la partie répond, 0 sinon.', ['partie'], ({ sante }) =>
    Object.entries(sante.parties).map(([partie, reponse]) => [{ partie }, reponse === 'repond' ? 1 : 0]),
  ),
  jalon_parcours: parmi('Dossiers par étape.', ['etape'], ({ sante: { registre } }) => {
    if (registre === null) return [];
    const vides = Object.fromEntries(Object.keys(libellesEtats).map((etape) => [etape, 0]));
    return reparties('etape', { ...vides, ...registre.dossiers.parEtat });
  }),
  jalon_dossiers_en_ouverture: mesure(
    'Dossiers inscrits dont le parcours n’a pas encore commencé.',
    ({ sante }) => sante.registre?.dossiers.enOuverture,
  ),
  jalon_dossiers_en_alerte: mesure(
    'Dossiers dont une règle remarque quelque chose.',
    ({ sante }) => sante.registre?.dossiers.enAlerte,
  ),
  jalon_echeances_en_retard: mesure(
    'Dossiers dont l’échéance à traiter est passée.',
    ({ retards }) => retards?.echeances,
  ),
  jalon_taches_a_faire: mesure('Tâches à faire.', ({ sante }) => sante.registre?.taches.aFaire),
  jalon_taches_en_retard: mesure('Tâches à faire dont le jour est passé.', ({ retards }) => retards?.taches),
  jalon_courriers: parmi('Courriers par issue.', ['statut'], ({ sante: { registre } }) =>
    registre === null ? [] : reparties('statut', registre.courriers.parStatut),
  ),
  jalon_courriers_incertains: mesure(
    'Courriers peut-être remis deux fois.',
    ({ sante }) => sante.registre?.courriers.incertains,
  ),
  jalon_courriers_en_attente: mesure(
    'Courriers dus qui ne sont pas encore partis.',
    ({ sante }) => sante.releve?.courriers.nombre,
  ),
  jalon_courrier_plus_ancien_secondes: mesure(
    'Depuis quand le plus ancien courrier dû attend ; 0 si aucun.',
    ({ sante: { releve } }, maintenant) => releve && age(releve.courriers.depuis, maintenant),
  ),
  jalon_courriers_suspendus_secondes: mesure(
    'Depuis quand tous les courriers sont suspendus ; 0 s’ils ne le sont pas.',
    ({ sante: { releve } }, maintenant) => releve && age(releve.suspendus?.depuis ?? null, maintenant),
  ),
  jalon_parcours_en_echec: mesure('Workflows dont la tâche échoue.', ({ sante }) => sante.releve?.enEchec.nombre),
  jalon_parcours_endormis: mesure(
    'Parcours qui auraient dû se réveiller depuis un quart d’heure.',
    ({ sante }) => sante.releve?.enRetard.nombre,
  ),
  jalon_faits_en_attente: mesure(
    'Faits annoncés que leur parcours n’a pas pris en compte.',
    ({ retards }) => retards?.faits.nombre,
  ),
  jalon_fait_plus_ancien_secondes: mesure(
    'Depuis quand le plus ancien de ces faits attend ; 0 si aucun.',
    ({ retards }, maintenant) => retards && age(retards.faits.depuis, maintenant),
  ),
  jalon_workers: parmi('Workers vus, par file et selon qu’ils donnent signe de vie.', ['file', 'etat'], ({ sante }) => {
    const { releve } = sante;
    if (releve === null) return [];
    return FILES.flatMap(([file]) =>
      [false, true].map((fige): Valeur => {
        // One that another replaced is missed by nobody.
        const siens = releve.workers.filter((w) => w.file === file && w.fige === fige && w.remplacePar === undefined);
        return [{ file, etat: fige ? 'muet' : 'vivant' }, siens.length];
      }),
    );
  }),
  jalon_decalage_secondes: parmi(
    'De combien une horloge avance : celle du registre sur celle de l’outil web, la plus fausse des workers sur celle du moteur.',
    ['horloge'],
    ({ sante: { releve } }) => {
      if (releve === null) return [];
      const workers = releve.workers.map(({ decalage }) => decalage).sort((a, b) => Math.abs(b) - Math.abs(a));
      return [
        [{ horloge: 'registre' }, releve.decalageRegistre],
        [{ horloge: 'worker' }, workers[0] ?? 0],
      ];
    },
  ),
  jalon_registre_plein: mesure(
    '1 quand le disque du registre est plein : il se lit, et ne garde plus rien.',
    ({ sante: { releve } }) => releve && Number(releve.registrePlein),
  ),
  jalon_dossiers_refuses_par_notre_faute: mesure(
    'Dossiers dont des serveurs refusent les e-mails par notre faute (SPF, DKIM, relais).',
    ({ sante: { releve } }) => releve && (releve.refus?.dossiers ?? 0),
  ),
  jalon_messages_refuses: mesure(
    'Messages que le registre ne peut pas garder.',
    ({ sante: { releve } }) => releve && (releve.donnees?.messages ?? 0),
  ),
  jalon_messages_inconnus: mesure(
    'Messages d’un nom inconnu depuis un jour.',
    ({ sante: { releve } }) => releve && (releve.inconnus?.messages ?? 0),
  ),
  jalon_coherence_age_secondes: parmi(
    'Depuis quand la dernière comparaison du registre et du moteur est finie.',
    ['ronde'],
    ({ rondes }, maintenant) =>
      SORTES.flatMap((ronde): Valeur[] => {
        const derniere = rondes?.[ronde];
        return derniere ? [[{ ronde }, age(derniere.finieLe, maintenant)]] : [];
      }),
  ),
  jalon_coherence_constats: parmi(
    'Ce que la dernière comparaison a trouvé, par suite.',
    ['ronde', 'suite'],
    ({ rondes }) =>
      SORTES.flatMap((ronde) => {
        const bilan = rondes?.[ronde]?.bilan;
        if (!bilan) return [];
        return reparties('suite', { ...SUITES, ...bilan.suites }).map(
          ([suite, nombre]): Valeur => [{ ronde, ...suite }, nombre],
        );
      }),
  ),
};
