import { dateCivile as j } from '../domain/calendrier/dates';
import { ecrire, rendreSms } from '.';
import { lire } from './de-test/lecture';
import { cspExemple, dossierExemple, exemple, prolongeExemple, reflexionExemple } from './exemples';
import { rendezVousExemple } from './exemples-rendez-vous';

/** The first proposal, before its hand-over was corrected from 3 March to 28 February. */
const corrigee = {
  jour: j('2025-03-06'),
  dossier: { ...dossierExemple, dateRemise: j('2025-02-28') },
  resultat: { ...reflexionExemple, finReflexion: j('2025-03-21') },
  remplace: [{ donnees: exemple('C01_PROPOSITION'), partiLe: j('2025-03-03') }],
};

describe('un courrier redit', () => {
  it('nomme d’abord celui qu’il remplace, son jour, et ce qui change, ancienne et nouvelle valeur', () => {
    const lettre = lire('C01_PROPOSITION', undefined, corrigee);
    expect(lettre.split('\n').slice(0, 10).join('\n')).toMatchInlineSnapshot(`
"Rectifié : proposition de CSP : vous avez jusqu’au 21 mars 2025 pour répondre
Valence, le jeudi 6 mars 2025
Dossier n° 2026-000123-07

Madame,

Ce courrier remplace celui du lundi 3 mars 2025 (« Proposition de CSP : vous avez jusqu’au 24 mars 2025 pour répondre ») : n’en tenez plus compte.

Ce qui change : Dernier jour pour répondre : vendredi 21 mars 2025, au lieu de : lundi 24 mars 2025 ; Fin de votre contrat, si vous acceptez : vendredi 21 mars 2025, au lieu de : lundi 24 mars 2025 ; Début du CSP, si vous acceptez : samedi 22 mars 2025, au lieu de : mardi 25 mars 2025 ; Proposition remise : vendredi 28 février 2025, au lieu de : lundi 3 mars 2025.
"
`);
    expect(lettre).toContain('- Dernier jour pour répondre : vendredi 21 mars 2025 (au lieu de : lundi 24 mars 2025)');
  });

  it('une seconde suspension ne donne pas son premier jour pour celui de la première, qui tient et dont la fin seule a bougé', () => {
    const [une, autre] = [
      { debut: j('2025-06-02'), fin: j('2025-06-10'), cause: 'MALADIE' as const },
      { debut: j('2025-06-11'), fin: j('2025-07-31'), cause: 'ACTIVITE' as const },
    ];
    const lettre = lire('SUSPENSION', undefined, {
      ...{ jour: j('2025-06-11'), base: '2025-06-11_2025-07-31' },
      resultat: { ...exemple('SUSPENSION').resultat, suspensions: [une, autre] },
      remplace: [{ donnees: exemple('SUSPENSION'), partiLe: j('2025-06-02') }],
    });
    expect(lettre).toContain('Dernier jour de la suspension : mardi 10 juin 2025, au lieu de : dimanche 22 juin 2025');
    expect(lettre).not.toContain('Premier jour de la suspension : mercredi 11 juin 2025, au lieu de');
    expect(lettre).toContain('- Premier jour de la suspension : mercredi 11 juin 2025\n');
  });

  it('qui ne remplace rien ne dit rien de plus', () => {
    expect(lire('C01_PROPOSITION')).not.toMatch(/remplace|Rectifié|au lieu de/);
  });

  it('le dit aussi par SMS', () => {
    const bilan = { type: 'FIN_ACCOMPAGNEMENT' as const, debut: j('2026-02-14'), fin: j('2026-04-13') };
    const resultat = { ...prolongeExemple, dateFinCsp: j('2026-04-13'), bilan };
    const remplace = [{ donnees: exemple('C09_CONVOCATION_BILAN'), partiLe: j('2026-02-13') }];
    const sms = rendreSms(exemple('C09_CONVOCATION_BILAN', undefined, { resultat, remplace }));
    expect(sms).toContain(
      'Remplace notre message du 13 février 2026. Fin prévue de votre CSP : lundi 13 avril 2026, au lieu de : jeudi 23 avril 2026.',
    );
  });

  it('une convocation dont le jour a bougé nomme la première, sur la lettre et par SMS', () => {
    const second = {
      jour: j('2025-04-25'),
      resultat: { ...cspExemple, echeancePsp: j('2025-04-26') },
      remplace: [{ donnees: exemple('C07_CONVOCATION_PSP'), partiLe: j('2025-04-22') }],
    };
    const lettre = lire('C07_CONVOCATION_PSP', undefined, second);
    expect(lettre.split('\n').slice(6, 9).join('\n')).toMatchInlineSnapshot(`
"Ce courrier remplace celui du mardi 22 avril 2025 (« Votre plan d’action (PSP), à valider au plus tard le 2 mai 2025 ») : n’en tenez plus compte.

Ce qui change : Plan d’action (PSP), au plus tard : samedi 26 avril 2025 (dernier jour ouvré : vendredi 25 avril 2025), au lieu de : vendredi 2 mai 2025."
`);
    expect(rendreSms(exemple('C07_CONVOCATION_PSP', undefined, second))).toContain(
      'Remplace notre message du 22 avril 2025.',
    );
  });

  it('une nouvelle fin qui repousse l’embauche avec prime remplace la lettre qui en disait le dernier jour', () => {
    const { resultat } = exemple('PROLONGATION');
    const prime = exemple('PRIME_DERNIER_MOIS', undefined, { jour: j('2025-12-26'), resultat: cspExemple });
    const lettre = lire('PROLONGATION', 'BENEFICIAIRE', {
      ...{ jour: j('2026-01-05'), resultat },
      remplace: [{ donnees: prime, partiLe: j('2025-12-26') }],
    });
    expect(lettre).toContain('Ce courrier remplace celui du vendredi 26 décembre 2025 (« Prime de reclassement');
    expect(lettre).toMatch(/Dernier jour d’embauche pour la prime : [^;.]+, au lieu de : samedi 24 janvier 2026/);
  });

  it('une nouvelle date de fin reprend les dates de la lettre de fin qu’elle remplace', () => {
    const { resultat } = exemple('PROLONGATION');
    const courriers = [{ code: 'C13_FIN_CSP', destinataire: 'BENEFICIAIRE' as const, date: j('2026-04-16') }];
    const fin = exemple('C13_FIN_CSP', undefined, { jour: j('2026-03-17'), resultat: cspExemple });
    const lettre = lire('PROLONGATION', 'BENEFICIAIRE', {
      jour: j('2026-03-20'),
      resultat: { ...resultat, courriers },
      remplace: [{ donnees: fin, partiLe: j('2026-03-17') }],
    });
    expect(lettre).toContain(
      'Ce courrier remplace celui du mardi 17 mars 2026 (« Votre CSP se termine le 24 mars 2026',
    );
    expect(lettre).toContain(
      'Dernier jour pour se réinscrire : mardi 28 avril 2026, au lieu de : dimanche 29 mars 2026',
    );
    expect(lettre).toContain('- Réinscription ensuite, sans emploi, au plus tard : mardi 28 avril 2026');
    expect(lettre).toContain(
      '- Réinscription conseillée : vendredi 24 avril 2026 (au lieu de : mercredi 25 mars 2026)',
    );
  });

  it('ce que la lettre dit déjà sous un autre nom, ou qui n’a plus cours, n’est pas redit dans ses dates', () => {
    const point = { donnees: exemple('C08_CONVOCATION_POINT_ETAPE'), partiLe: j('2025-06-02') };
    const courriers = [
      { code: 'C08_CONVOCATION_POINT_ETAPE', destinataire: 'BENEFICIAIRE' as const, date: j('2025-07-04') },
    ];
    const suspension = lire('SUSPENSION', undefined, {
      resultat: { ...exemple('SUSPENSION').resultat, courriers },
      changement: { termeAvant: j('2026-03-24'), termeApres: j('2026-04-14') },
      remplace: [point],
    });
    expect(suspension).toContain('Rectifié : votre CSP est suspendu');
    expect(suspension).toContain(
      'Point d’étape, au plus tard : jeudi 14 août 2025, au lieu de : jeudi 24 juillet 2025',
    );
    expect(suspension).not.toContain('- Point d’étape, au plus tard');
    const fin = { donnees: exemple('FIN_POUR_EMPLOI'), partiLe: j('2025-09-15') };
    const retour = lire('REINTEGRATION', undefined, { remplace: [fin] });
    expect(retour).toContain('Ne comptent plus : « Dernier jour de votre CSP : dimanche 14 septembre 2025 » ; «');
    expect(retour).not.toContain('ne s’applique plus');
    expect(retour).not.toContain('- Dernier jour de votre CSP');
  });

  it('ce que la lettre dit encore, à la même date, n’est pas dit ne plus compter', () => {
    const fin = { donnees: exemple('FIN_POUR_EMPLOI'), partiLe: j('2025-09-15') };
    const { resultat } = exemple('REINTEGRATION');
    const limiteDemande = exemple('FIN_POUR_EMPLOI').resultat.primes![0]!.limiteDemande;
    const primes = [
      { contratId: resultat.reintegrations![0]!.contratId, refus: [], limiteDemande, statut: 'NON_DEMANDEE' },
    ] as unknown as typeof resultat.primes;
    const retour = lire('REINTEGRATION', undefined, {
      ...{ jour: j('2025-09-22'), remplace: [fin], resultat: { ...resultat, primes: primes! } },
    });
    expect(retour).toContain('- Dernier jour pour demander la prime : ');
    expect(retour).not.toContain('« Dernier jour pour demander la prime');
    expect(retour).toContain('Ne comptent plus : « Dernier jour de votre CSP');
  });

  it('une fin qui en remplace une autre ne dit rien des faits que l’autre retenait', () => {
    const decidee = { donnees: exemple('SORTIE_DECIDEE'), partiLe: j('2025-09-16') };
    const retraite = lire('FIN_POUR_RETRAITE', undefined, { jour: j('2025-09-18'), remplace: [decidee] });
    expect(retraite).toContain('Ce courrier remplace celui du mardi 16 septembre 2025');
    expect(retraite).toContain(
      'Dernier jour de votre CSP : mardi 30 septembre 2025, au lieu de : lundi 15 septembre 2025.',
    );
    expect(retraite).toContain('Ne compte plus : « Dernier jour pour se réinscrire sans perdre de jours');
    expect(retraite).not.toMatch(/faits retenus|Absence aux ateliers/);
  });

  it('une acceptation connue après le refus : la lettre d’adhésion dit d’abord qu’il ne compte plus, et à qui de s’arrêter', () => {
    const apres = (destinataire: 'BENEFICIAIRE' | 'EMPLOYEUR') =>
      lire('C04_ADHESION', destinataire, {
        ...{ jour: j('2025-03-27'), resultat: exemple('RECTIFICATION').resultat },
        remplace: [{ donnees: exemple('C05_REFUS', destinataire), partiLe: j('2025-03-25') }],
      });
    const lettre = apres('BENEFICIAIRE');
    expect(lettre.split('\n').slice(0, 12).join('\n')).toMatchInlineSnapshot(`
"Rectifié : votre acceptation du CSP est enregistrée : début le 25 mars 2025
Valence, le jeudi 27 mars 2025
Dossier n° 2026-000123-07

Madame,

Ce courrier remplace celui du mardi 25 mars 2025 (« Proposition de CSP : aucune acceptation dans le délai ») : n’en tenez plus compte.

Ce qui change : Votre réponse : acceptation du lundi 24 mars 2025, au lieu de : refus.

Vous avez accepté le CSP le lundi 24 mars 2025. C’est enregistré.
"
`);
    expect(lettre).toContain('- Votre réponse : acceptation du lundi 24 mars 2025 (au lieu de : refus)');
    expect(lettre).toContain('- Dernier jour du délai de réflexion : lundi 24 mars 2025\n');
    expect(lettre).not.toMatch(/ne s’applique plus|Ne compte/);
    expect(lettre).not.toMatch(/la fin de votre contrat :|Le dernier jour de votre contrat/);
    expect(apres('EMPLOYEUR')).toContain('1. Ne poursuivez pas la procédure de licenciement');
    expect(apres('EMPLOYEUR')).toContain('Si ce n’est pas déjà fait, remettez-lui son certificat de travail');
    expect(apres('EMPLOYEUR')).not.toContain('il continue normalement');
  });

  it('une acceptation dont le délai n’est plus connu, la décision de l’inspection annulée : le dernier jour du refus ne compte plus', () => {
    const { finReflexion: _, ...resultat } = exemple('RECTIFICATION').resultat;
    const remplace = [{ donnees: exemple('C05_REFUS'), partiLe: j('2025-03-25') }];
    const lettre = lire('C04_ADHESION', undefined, { jour: j('2025-03-27'), resultat, remplace });
    expect(lettre).toContain('Ne compte plus : « Dernier jour du délai de réflexion : lundi 24 mars 2025 ».');
    // What else that letter said stands.
    expect(lettre).toContain('- Proposition remise : lundi 3 mars 2025\n');
  });

  it('une adhésion effacée : la lettre de refus le dit d’abord, avec ce qui ne compte plus', () => {
    const remplace = [{ donnees: exemple('C04_ADHESION'), partiLe: j('2025-03-10') }];
    const lettre = lire('C05_REFUS', undefined, { remplace });
    expect(lettre).toContain('Ce qui change : Votre réponse : refus, au lieu de : acceptation du lundi 10 mars 2025.');
    expect(lettre).toContain('Ne comptent plus : « Fin de votre contrat de travail : lundi 24 mars 2025 » ; «');
    expect(lettre).not.toContain('ne s’applique plus');
    expect(lire('C05_REFUS', 'EMPLOYEUR', { remplace })).not.toContain('Ne poursuivez pas');
  });

  it('un rendez-vous déplacé dit le jour et l’heure d’avant, et dans quelle lettre', () => {
    const avant = { ...rendezVousExemple, debut: '2025-04-25T08:00:00.000Z' };
    const convocation = exemple('RDV_CONVOCATION', undefined, { rendezVous: avant });
    const remplace = [{ donnees: convocation, partiLe: j('2025-04-14') }];
    const lettre = lire('RDV_DEPLACE', undefined, { remplace });
    expect(lettre).toContain(
      'Ce courrier remplace celui du lundi 14 avril 2025 (« Votre rendez-vous du 25 avril 2025 à 10 h »)',
    );
    expect(lettre).toContain('- Jour : mardi 29 avril 2025 (au lieu de : vendredi 25 avril 2025)');
    expect(lettre).not.toMatch(/Rectifié|message précédent/);
    expect(rendreSms(exemple('RDV_DEPLACE', undefined, { remplace }))).toContain('Remplace notre message du 14 avril');
  });

  it('garde un objet court', () => {
    expect(ecrire(exemple('C01_PROPOSITION', undefined, corrigee)).objet.length).toBeLessThanOrEqual(90);
  });
});

it('une rectification sans suite dit ce qui est vrai à sa date', () => {
  const lettre = (resultat: object) =>
    lire('RECTIFICATION', undefined, {
      resultat: { ...cspExemple, courriers: [], ...resultat },
      rectifie: { donnees: exemple('C13_FIN_CSP'), partiLe: j('2026-04-16') },
    });
  expect(lettre({})).toContain('Votre CSP va du mardi 25 mars 2025 au mardi 24 mars 2026.');
  expect(lettre({})).toContain('n’est plus exact');
  const sans = { debutCsp: null, dateFinCsp: null };
  expect(lettre({ ...sans, decision: 'EN_ATTENTE' })).toContain('Vous avez jusqu’au lundi 24 mars 2025 compris');
  expect(lettre({ ...sans, decision: 'REFUS' })).toContain('Aucune adhésion au CSP n’est enregistrée.');
  expect(lettre({ ...sans, decision: 'AUTORISATION_REFUSEE' })).toContain('L’autorisation de licencier est refusée');
});
