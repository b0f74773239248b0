import fc from 'fast-check';
import { ajouterJours, dateCivile } from '../../calendrier/dates';
import type { Resultat } from '../../dossier/resultat';
import { phrasesAlerte, phrasesErreur, phrasesForme, phrasesRegle } from '../../faits/erreurs';
import { typesEvenement } from '../../faits/evenements';
import { CODE_REINSCRIPTION_EFFECTIVE } from '../../parcours/reinscription-acquise';
import { calculer } from '../calculer';
import { ACCEPTATION, cdd, cdi, le, maladie, OUVERTURE, sortie } from '../regles/de-test/scenario';
import { clesExpliquees } from '.';
import { tous } from './de-test/scenarios';
import { dire, verifier } from './de-test/verifier';
import { expliquerScenario } from './scenario';

/** Every path of a result that has a value: `terme`, `pointEtape.debut`, `courriers.0.code`. */
function chemins(valeur: unknown, prefixe = ''): string[] {
  if (valeur === null || valeur === undefined) return [];
  if (typeof valeur !== 'object' || Array.isArray(valeur)) return [prefixe];
  return Object.entries(valeur).flatMap(([nom, v]) => chemins(v, prefixe === '' ? nom : `${prefixe}.${nom}`));
}

/** How many explanations a list of the result must have: one per entry at least. */
const entreesDe = (resultat: Resultat, cle: string): number => {
  const valeur = (resultat as unknown as Record<string, unknown>)[cle.split('.')[0] as string];
  return Array.isArray(valeur) ? valeur.length : 1;
};

it.each(tous)('$id : chaque clé qui a une valeur a sa phrase, sa règle et sa source', ({ scenario }) => {
  const resultat = calculer(scenario);
  const explications = expliquerScenario(scenario);
  verifier(explications);
  const cles = explications.map((e) => e.cle);
  expect(new Set(cles).size).toBe(cles.length);
  for (const chemin of chemins(resultat)) {
    const attendu = entreesDe(resultat, chemin);
    const dites = expliquerScenario(scenario, chemin);
    expect([chemin, dites.length >= attendu]).toEqual([chemin, true]);
    for (const dite of dites) expect(cles).toContain(dite.cle);
  }
});

it('les exemples parcourent toutes les clés, tous les codes de rejet, de refus et d’alerte', () => {
  const resultats = tous.map(({ scenario }) => calculer(scenario));
  const cles = new Set(tous.flatMap(({ scenario }) => expliquerScenario(scenario)).map(({ cle }) => cle.split('.')[0]));
  expect(clesExpliquees.filter((cle) => !cles.has(cle))).toEqual([]);
  const codes = new Set(
    resultats.flatMap((r) => [...r.erreurs, ...(r.alertes ?? []), ...(r.rejets ?? []).map(({ code }) => code)]),
  );
  const prevus = Object.keys({ ...phrasesForme, ...phrasesRegle, ...phrasesErreur, ...phrasesAlerte });
  // Given by the live journey alone.
  const vivants: string[] = [CODE_REINSCRIPTION_EFFECTIVE];
  expect(prevus.filter((code) => !codes.has(code) && !vivants.includes(code))).toEqual([]);
});

/** Everything within a value, itself aside. */
const contenu = (valeur: unknown): unknown[] =>
  typeof valeur === 'object' && valeur !== null ? Object.values(valeur).flatMap((v) => [v, ...contenu(v)]) : [];

it.each(tous)('$id : la valeur dite est celle du résultat', ({ scenario }) => {
  const resultat = calculer(scenario) as unknown as Record<string, unknown>;
  for (const { cle, valeur } of expliquerScenario(scenario)) {
    const [racine, ...sous] = cle.split('.') as [string, ...string[]];
    const possibles = sous.length === 0 ? [resultat[racine]] : contenu(resultat[racine]);
    expect([cle, possibles]).toEqual([cle, expect.arrayContaining([valeur])]);
  }
});

it('une donnée est dite avec sa valeur, null quand elle n’est pas donnée', () => {
  const [delai] = expliquerScenario({ dossier: OUVERTURE, evenements: [ACCEPTATION] }, 'finReflexion');
  expect(delai!.entrees).toEqual([
    { nom: 'dateRemise', libelle: 'Date de remise de la proposition', valeur: '2025-03-03' },
    { nom: 'salarieProtege', libelle: 'Salarié protégé', valeur: null },
    { nom: 'delaiReflexionJours', libelle: 'Délai de réflexion, en jours', valeur: 21 },
  ]);
  const attendue = { dossier: OUVERTURE, dateObservation: '2025-03-10' };
  expect(expliquerScenario(attendue, 'decision')[0]!.entrees).toEqual([
    { nom: 'dateRemise', libelle: 'Date de remise de la proposition', valeur: '2025-03-03' },
    { nom: 'finReflexion', libelle: 'Fin du délai de réflexion', valeur: '2025-03-24' },
    { nom: 'dateDecision', libelle: 'Date de la décision', valeur: null },
  ]);
  const malForme = { dossier: OUVERTURE, evenements: [{ type: 'PSP_VALIDE' }] };
  expect(expliquerScenario(malForme, 'rejets.0')[0]!.entrees).toEqual([
    { nom: 'evenements[0]', libelle: 'Évènement n° 1', valeur: null },
  ]);
});

it('un champ null du dossier est un champ absent', () => {
  const nuls = { dateEngagementProcedure: null, reglement: null, dateTauxPlein: null };
  expect(expliquerScenario({ dossier: { ...OUVERTURE, ...nuls } })).toEqual(expliquerScenario({ dossier: OUVERTURE }));
});

it.each([null, { dossier: null }, { dossier: [] }, { dossier: OUVERTURE, evenements: 'rien' }])(
  'illisible, %j : refusé sans règlement',
  (scenario) => {
    expect(expliquerScenario(scenario).map(({ cle }) => cle)).toEqual(['valide', 'erreurs.SCENARIO_ILLISIBLE']);
  },
);

describe('la clé demandée', () => {
  const scenario = {
    dossier: OUVERTURE,
    evenements: [ACCEPTATION, maladie('2025-06-01', '2025-06-10'), maladie('2025-07-01', '2025-07-10')],
  };
  it.each([
    ['pointEtape', ['pointEtape']],
    ['pointEtape.debut', ['pointEtape']],
    ['suspensions', ['suspensions.0', 'suspensions.1']],
    ['suspensions.1', ['suspensions.1']],
    ['suspensions.1.fin', ['suspensions.1']],
    ['courriers.C13', ['courriers.C13_FIN_CSP.BENEFICIAIRE.2026-04-03']],
    ['conges.solde', ['conges.solde']],
    ['conges.inconnu', []],
    ['inconnue', []],
    ['idr', []],
  ])('%s', (cle, attendues) => {
    expect(expliquerScenario(scenario, cle).map((e) => e.cle)).toEqual(attendues);
  });
});

describe('au hasard', () => {
  const jour = fc.integer({ min: -40, max: 700 }).map((n) => ajouterJours(dateCivile('2025-03-25'), n));
  const evenement = fc
    .record({
      type: fc.constantFrom(...typesEvenement),
      debut: jour,
      duree: fc.option(fc.integer({ min: 0, max: 220 }), { nil: undefined }),
      nature: fc.constantFrom('CDI', 'CDD', 'CTT'),
      contratId: fc.constantFrom('a', 'b', undefined),
      essaiJusquau: fc.option(jour, { nil: undefined }),
      remunerationInferieure: fc.boolean(),
      motif: fc.constantFrom(
        'RUPTURE_ESSAI',
        'FIN_ANTICIPEE',
        'PREPARE',
        'PAJE',
        ...['ABANDON', 'MANQUEMENT', 'FAUSSE_DECLARATION', 'RETRAITE', 'DECES'],
      ),
      reponse: fc.constantFrom('ACCEPTATION', 'REFUS'),
      decision: fc.constantFrom('AUTORISE', 'REFUSE'),
    })
    .map(({ duree, ...e }) => ({
      ...e,
      date: e.debut,
      fin: duree === undefined || e.nature === 'CDI' ? undefined : ajouterJours(e.debut, duree),
    }));
  const dossier = fc.record({
    salarieProtege: fc.boolean(),
    residence: fc.constantFrom('metropole', 'guadeloupe', 'alsace-moselle'),
    reglement: fc.constantFrom(undefined, 'crp-2009', 'csp-2011', 'csp-2015-v2015'),
    dateTauxPlein: fc.option(jour, { nil: undefined }),
    ancienneteMois: fc.integer({ min: 0, max: 30 }),
  });
  const surcharge = fc.record(
    {
      reportFinReflexion: fc.constantFrom('AUCUN', 'OUVRE_SUIVANT'),
      arretPendantActivite: fc.constantFrom('EXCLU', 'COMPTE_COMME_ACTIVITE'),
      pointEtapeMois: fc.constantFrom(1, 4, null),
      activiteCumulMaxJours: fc.constantFrom(30, 187, null),
      primeExigePsp: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it('tout se dit, quels que soient le dossier, les faits et les paramètres', () => {
    fc.assert(
      fc.property(dossier, fc.array(evenement, { maxLength: 8 }), surcharge, (champs, faits, lie) => {
        const autorisation = le('DECISION_AUTORISATION', '2025-04-10', { decision: 'AUTORISE' });
        const scenario = {
          dossier: { ...OUVERTURE, ...champs },
          evenements: [ACCEPTATION, autorisation, ...faits],
          surcharge: lie,
        };
        const explications = expliquerScenario(scenario);
        verifier(explications);
        const { courriers = [], rejets = [], chronologie = [] } = calculer(scenario);
        const compte = (racine: string) => explications.filter(({ cle }) => cle.startsWith(`${racine}.`)).length;
        expect([compte('courriers'), compte('rejets'), compte('chronologie')]).toEqual([
          courriers.length,
          rejets.length,
          chronologie.length,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('les phrases', () => {
  it('le terme : durée, jours comptés avec leurs dates, plafond', () => {
    const { phrase, regle, certitude, entrees } = dire('terme', [maladie('2025-06-01', '2025-06-10')]);
    expect(phrase).toBe(
      '12 mois à compter du 25/03/2025, plus 10 jours d’arrêt maladie du 01/06 au 10/06/2025 (plafond 4 mois).',
    );
    expect([regle, certitude]).toEqual(['R10, R15', 'G']);
    expect(entrees).toContainEqual({
      nom: 'evenements[1]',
      libelle: 'Arrêt maladie',
      valeur: { debut: '2025-06-01', fin: '2025-06-10' },
    });
  });
  it('un plafond atteint dit les jours constatés', () => {
    expect(dire('prolongations.MALADIE', [maladie('2025-07-01', '2025-12-31')]).phrase).toBe(
      '122 jours sur 184 d’arrêt maladie du 01/07 au 31/12/2025 (plafond 4 mois, atteint).',
    );
  });
  it('un paramètre changé pour le scénario ne se réclame d’aucun texte', () => {
    const { source, certitude } = dire('termeInitial', [], {}, { dureeMois: 10 });
    expect([source, certitude]).toEqual([expect.stringContaining('valeur choisie pour ce scénario'), 'D']);
  });
  it('le doute n’est dit que s’il change quelque chose', () => {
    expect(dire('finReflexion', []).doute).toBeNull();
    expect(dire('finReflexion', [], { dateRemise: '2025-04-10' }).doute).toContain('rien n’est refusé avant l’autre');
    expect(dire('termeInitial', []).doute).toBeNull();
    const le29 = dire('termeInitial', [le('REPONSE_SALARIE', '2024-02-20', { reponse: 'ACCEPTATION' })], {
      dateRemise: '2024-02-07',
    });
    expect(le29.doute).toContain('27/02/2025');
  });
  it('un document lu pour un autre règlement n’est que repris', () => {
    const { source, certitude, doute } = dire('debutCsp', [], { reglement: 'csp-2011' });
    expect([source, certitude]).toEqual(['repris pour csp-2011 (guide de l’employeur, 2022 (S002))', 'G']);
    expect(doute).toContain('à vérifier');
  });
  it('une sortie dit son contrat, un cumul son jour de trop', () => {
    expect(dire('motifFin', [cdi('2025-09-15')]).phrase).toBe(
      'Un CDI commencé le 15/09/2025 met fin au CSP la veille, le 14/09/2025.',
    );
    const deux = [
      cdd('2025-04-28', '2025-07-31', { contratId: 'a' }),
      cdd('2025-09-01', '2025-12-20', { contratId: 'b' }),
    ];
    expect(dire('dateFinCsp', deux).phrase).toBe(
      'La veille du 02/12/2025, jour où le cumul d’activité dépasserait 187 jours.',
    );
  });
  it('un fait rejeté est nommé avec ce qui le rejette', () => {
    expect(dire('rejets', [maladie('2030-01-01', '9999-12-31')]).phrase).toBe(
      '« Arrêt maladie » à partir du 01/01/2030 : ce fait tombe hors du CSP, dont le dernier jour est le 24/03/2026.',
    );
    expect(dire('rejets.1', [maladie('2025-01-01', '2025-01-05')]).phrase).toBe(
      '« Arrêt maladie » du 01/01 au 05/01/2025 : ce fait précède le début du CSP, le 25/03/2025.',
    );
    expect(dire('rejets.2', [sortie('2025-05-31', 'ABANDON'), sortie('2025-05-31', 'RETRAITE')]).phrase).toContain(
      'vient après une fin déjà retenue',
    );
    expect(
      dire('rejets.2', [sortie('2025-05-31', 'DECES'), le('DEMANDE_REINSCRIPTION', '2025-06-02')]).phrase,
    ).toContain('suit un décès');
  });
  it('un courrier décalé dit son jour d’origine', () => {
    expect(dire('courriers.C08', []).phrase).toBe(
      'Part le 13/06/2025 : 10 jours avant la fenêtre du point d’étape (du 25/06 au 24/07/2025), avancé du dimanche 15 juin 2025 au jour ouvré précédent.',
    );
  });
  it('la CRP parle de la CRP', () => {
    expect(dire('echeancePreBilan', [], { reglement: 'crp-2009' }).phrase).toBe(
      '8 jours après le début de la CRP (25/03/2025).',
    );
  });
});
