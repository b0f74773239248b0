import type { Mesures } from '../usages/relever-mesures';
import { creerExposition } from './exposer';
import { mesures } from './mesures';

const maintenant = new Date('2026-01-12T09:00:00Z');
const avant = (secondes: number) => new Date(maintenant.getTime() - secondes * 1_000);

const releve: Mesures = {
  sante: {
    etat: 'attention',
    parties: { registre: 'repond', moteur: 'repond', relais: 'muet' },
    raisons: { relais: 'connect ECONNREFUSED' },
    registre: {
      dossiers: { total: 3, enOuverture: 1, parEtat: { EN_CSP: 2 }, enAlerte: 1 },
      courriers: { total: 5, parStatut: { PARTI: 4, A_REPRENDRE: 1 }, incertains: 1 },
      taches: { aFaire: 2 },
    },
    releve: {
      alertes: [],
      informations: [],
      enEchec: { nombre: 1, bloques: [{ id: 'csp-2025-000001-32', raison: 'sa tâche de workflow échoue' }] },
      enRetard: { nombre: 0, bloques: [] },
      workers: [
        { file: 'parcours', identite: '41@serveur', silence: 3, fige: false, decalage: 0 },
        { file: 'parcours', identite: '42@serveur', silence: 50, fige: true, decalage: -7_200 },
        { file: 'parcours', identite: '40@serveur', silence: 90, fige: true, decalage: 0, remplacePar: '41@serveur' },
      ],
      decalageRegistre: 0.02,
      registrePlein: true,
      clesManquantes: [],
      courriers: { nombre: 1, depuis: avant(7_200) },
      suspendus: { depuis: avant(600), par: 'jalon' },
      refus: null,
      donnees: null,
      inconnus: null,
    },
  },
  retards: { echeances: 4, taches: 2, faits: { nombre: 1, depuis: avant(90) } },
  rondes: {
    legere: { finieLe: avant(300), bilan: { dossiers: 500, suites: { REPARE: 2 }, constats: [], apres: '' } },
    entiere: { finieLe: avant(28_800), bilan: null },
  },
};

/** The series of Jalon, without comments. */
const series = async (donne: Mesures) =>
  (await creerExposition().ecrire(donne, maintenant)).split('\n').filter((ligne) => ligne.startsWith('jalon_'));

it('ce qui est mesuré est lu par Prometheus', async () => {
  const dites = await series(releve);
  expect(dites).toEqual(
    expect.arrayContaining([
      'jalon_partie_repond{partie="relais"} 0',
      'jalon_parcours{etape="EN_CSP"} 2',
      'jalon_parcours{etape="CLOS"} 0',
      'jalon_courriers{statut="A_REPRENDRE"} 1',
      'jalon_courrier_plus_ancien_secondes 7200',
      'jalon_courriers_suspendus_secondes 600',
      'jalon_parcours_en_echec 1',
      'jalon_faits_en_attente 1',
      'jalon_fait_plus_ancien_secondes 90',
      'jalon_workers{file="parcours",etat="vivant"} 1',
      'jalon_workers{file="parcours",etat="muet"} 1',
      'jalon_workers{file="courriers",etat="vivant"} 0',
      'jalon_messages_refuses 0',
      'jalon_decalage_secondes{horloge="registre"} 0.02',
      'jalon_decalage_secondes{horloge="worker"} -7200',
      'jalon_coherence_age_secondes{ronde="entiere"} 28800',
      'jalon_coherence_constats{ronde="legere",suite="REPARE"} 2',
      'jalon_coherence_constats{ronde="legere",suite="A_VOIR"} 0',
    ]),
  );
  expect(dites.some((dite) => dite.includes('ronde="entiere",suite'))).toBe(false);
});

it('ce qui ne se sait pas n’est pas un zéro : la série manque', async () => {
  const muet: Mesures = {
    sante: { etat: 'en panne', parties: { registre: 'muet' }, raisons: {}, registre: null, releve: null },
    retards: null,
    rondes: null,
  };
  expect(await series(muet)).toEqual(['jalon_partie_repond{partie="registre"} 0']);
  const exposition = creerExposition();
  await exposition.ecrire(releve, maintenant);
  expect(await exposition.ecrire(muet, maintenant)).not.toMatch(/^jalon_parcours/m);
});

it('ni dossier, ni worker, ni personne dans les étiquettes', async () => {
  const dites = (await series(releve)).join('\n');
  expect(dites).not.toMatch(/csp-|\d{4}-\d{6}|@/);
  const etiquettes = new Set(Object.values(mesures).flatMap((m) => m.etiquettes));
  expect([...etiquettes].sort()).toEqual(['etape', 'etat', 'file', 'horloge', 'partie', 'ronde', 'statut', 'suite']);
});

it('le processus se mesure lui-même', async () => {
  expect(await creerExposition().ecrire(releve, maintenant)).toMatch(/^process_resident_memory_bytes \d/m);
});
