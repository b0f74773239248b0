import { dateCivile as j } from '../../domain/calendrier/dates';
import type { Resultat } from '../../domain/dossier/resultat';
import { calculer } from '../../domain/droit/calculer';
import { phrasesRegle } from '../../domain/faits/erreurs';
import type { Evenement } from '../../domain/faits/evenements';
import { rendreSms } from '..';
import { lire } from '../de-test/lecture';
import { cspExemple, dossierExemple, exemple } from '../exemples';

describe('les courriers nés d’un fait', () => {
  const suspendu = (cause: NonNullable<Resultat['suspensions']>[number]['cause'], varie: Partial<Resultat> = {}) => {
    const { resultat } = exemple('SUSPENSION');
    const [periode] = resultat.suspensions!;
    return { resultat: { ...resultat, ...varie, suspensions: [{ ...periode!, cause }] } };
  };

  it('une suspension dit ce qu’elle fait à la date de fin, selon sa cause', () => {
    expect(lire('SUSPENSION')).toContain(
      'Ces jours repoussent la date de fin du CSP, dans la limite de 4 mois en tout. D’après ce qui est enregistré, elle est le mardi 14 avril 2026. C’est France Travail qui la confirme : si elle change, nous vous écrirons.',
    );
    expect(lire('SUSPENSION')).toContain('dans les 48 heures à votre caisse d’assurance maladie (CPAM)');
    expect(lire('SUSPENSION', undefined, { jour: j('2025-06-04') })).toContain('Envoyez votre avis d’arrêt');
    expect(lire('SUSPENSION', undefined, { jour: j('2025-06-05') })).toContain(
      'Si ce n’est pas déjà fait, envoyez sans attendre votre avis d’arrêt de travail',
    );
    expect(lire('SUSPENSION', undefined, suspendu('MATERNITE'))).toContain('Déclarez ce congé à votre caisse');
    expect(lire('SUSPENSION', undefined, suspendu('SERVICE_CIVIQUE'))).toContain(
      'ne repousse pas la date de fin du CSP',
    );
    const emploi = lire('SUSPENSION', undefined, suspendu('ACTIVITE'));
    expect(emploi).toContain('quand ils tombent après le 6e mois, dans la limite de 3 mois en tout.');
    expect(emploi).toContain('vos heures et votre salaire brut');
    expect(emploi).toContain('copie de votre contrat de travail');
  });

  it('une suspension qui porte la nouvelle fin dit les deux, une fois, sur son objet aussi', () => {
    const changement = { termeAvant: j('2026-03-24'), termeApres: j('2026-04-14') };
    const lettre = lire('SUSPENSION', undefined, { changement });
    expect(lettre).toContain('et sa date de fin change');
    expect(lettre).toContain(
      'D’après ce qui est enregistré, c’est maintenant le mardi 14 avril 2026, soit 21 jours plus tard que prévu. C’est France Travail qui la confirme',
    );
    expect(lettre).toContain('Ces jours repoussent la date de fin du CSP, dans la limite de 4 mois en tout.');
    expect(lettre).not.toContain('elle est le');
    expect(lettre).toContain('dans les 48 heures');
    expect(lettre).toContain('Pour la prime de reclassement');
    expect(lettre).not.toContain('à ce jour :');
    expect(lire('SUSPENSION')).not.toContain('sa date de fin change');
  });

  it('un emploi qui dépasse le cumul permis dit quand le CSP prend fin, et qu’il continue si l’emploi s’arrête avant', () => {
    const contrat = (contratId: string, debut: string, fin: string) => ({
      ...{ type: 'REPRISE_EMPLOI', nature: 'CDD', contratId, debut, fin },
    });
    const resultat = calculer({
      dossier: dossierExemple,
      evenements: [
        { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' },
        contrat('a', '2025-05-01', '2025-08-31'),
        contrat('b', '2025-09-15', '2025-12-31'),
      ],
    });
    const varie = { resultat, jour: j('2025-09-10'), base: '2025-09-15_2025-11-17' };
    const lettre = lire('SUSPENSION', undefined, varie);
    expect(lettre).toContain(
      'vos jours d’emploi dépassent 187 jours en tout le mardi 18 novembre 2025 : votre CSP prend fin la veille, le lundi 17 novembre 2025 (à confirmer par France Travail), et pas à la date prévue. S’il s’arrête avant, votre CSP continue.',
    );
    expect(lettre).toContain('Avant ce jour, parlez-en avec Claire Morel');
    expect(lettre).toContain('si ce contrat continue : lundi 17 novembre 2025 (à confirmer par France Travail)');
    expect(lettre).not.toContain('repoussent');
    expect(lire('SUSPENSION', undefined, { ...varie, base: '2025-05-01_2025-08-31' })).not.toContain('187');
  });

  it('la lettre de fin dit ce que demande une formation qui continue, et rien sans elle', () => {
    const { resultat } = exemple('C13_FIN_CSP');
    const formation = {
      index: 0,
      debut: j('2026-03-01'),
      fin: j('2026-05-29'),
      acheveeAuTerme: false,
      poursuite: true,
    };
    const avec = lire('C13_FIN_CSP', undefined, { resultat: { ...resultat, formations: [formation as never] } });
    expect(avec).toContain('elle peut continuer à condition de vous réinscrire dans ce délai');
    expect(avec).toContain('vendredi 29 mai 2026');
    expect(avec).toContain('ARE-formation');
    expect(lire('C13_FIN_CSP', undefined, { resultat: { ...resultat, formations: [] } })).not.toContain('formation se');
  });

  it('une suspension dit jusqu’où sa cause repousse la fin', () => {
    expect(lire('SUSPENSION', undefined, suspendu('MATERNITE'))).toContain(
      'dans la limite de la durée légale de ce congé',
    );
    expect(lire('SUSPENSION', undefined, suspendu('AJPP'))).toContain('dans la limite de 310 jours en tout');
    expect(lire('SUSPENSION', undefined, suspendu('ACTIVITE', { reglement: 'csp-2015-v2015' }))).toContain(
      'de 3 mois en tout, sans dépasser 15 mois en tout depuis le début',
    );
  });

  it('une nouvelle fin dit la prime à confirmer comme elle, et rien de celle qui est déjà accordée', () => {
    const doutes = [{ code: 'ESSAI_ROMPU', sur: 'TERME', autreTerme: null }] as const;
    const lettre = (primes: Resultat['primes']) =>
      lire('PROLONGATION', undefined, {
        doutes: [...doutes],
        resultat: { ...exemple('PROLONGATION').resultat, ...(primes && { primes }) },
      });
    expect(lettre(undefined)).toMatch(/Pour la prime de reclassement .* \(à confirmer par France Travail\)\./);
    const prime = exemple('C11_PRIME').resultat.primes![0]!;
    expect(lettre([{ ...prime, statut: 'RECEVABLE' }])).not.toContain('prime de reclassement');
  });

  it('un salarié protégé : l’employeur doit dire la décision, et rien n’est fixé avant elle', () => {
    const attente = { ...cspExemple, finReflexion: null, finContrat: null, debutCsp: null };
    const dossier = { ...exemple('C01_PROPOSITION').dossier, salarieProtege: true };
    const avant = { dossier, resultat: attente };
    expect(lire('C01_PROPOSITION', undefined, avant)).toContain(
      'Sans autorisation, cette proposition reste sans suite',
    );
    expect(lire('C04_ADHESION', 'BENEFICIAIRE', avant)).toContain('Nous vous les écrirons dès que');
    expect(lire('C04_ADHESION', 'BENEFICIAIRE', avant)).not.toContain('Pour fixer');
    expect(lire('C04_ADHESION', 'EMPLOYEUR', avant)).toContain(
      'Dès que vous recevez la décision de l’inspection du travail, dites-nous ce qu’elle décide',
    );
    expect(lire('C04_ADHESION', 'EMPLOYEUR')).not.toContain('inspection');
    const connue = lire('DECISION_INSPECTION', 'BENEFICIAIRE', { dossier });
    expect(connue).toContain('L’inspection du travail autorise votre licenciement. Sa décision est parvenue');
    expect(connue).toContain('remettez sans attendre à votre employeur votre demande d’allocation');
    const refusee = { dossier, resultat: { ...attente, decision: 'AUTORISATION_REFUSEE' as const } };
    expect(lire('DECISION_INSPECTION', 'EMPLOYEUR', refusee)).not.toContain('travail autorise');
  });

  it('un silence à Noël : le dernier jour ouvré est dit, et la preuve d’un envoi juste après n’est pas écartée', () => {
    const { resultat } = exemple('C05_REFUS');
    const noel = { finReflexion: j('2026-12-25'), finReflexionToleree: j('2026-12-28') };
    const proposition = lire('C01_PROPOSITION', undefined, { resultat: { ...resultat, ...noel } });
    expect(proposition).toContain(
      '- Dernier jour pour répondre : vendredi 25 décembre 2026 (dernier jour ouvré : jeudi 24 décembre 2026)',
    );
    expect(lire('C05_REFUS')).toContain('votre bulletin d’acceptation dans ce délai, appelez');
    expect(lire('C05_REFUS', undefined, { resultat: { ...resultat, ...noel } })).toContain(
      'votre bulletin d’acceptation, appelez',
    );
  });

  it('le suivi dans l’emploi ne parle d’un essai que tant qu’un retour est possible', () => {
    expect(lire('C17_SUIVI_EMPLOI')).toContain('une réintégration est possible');
    const tard = lire('C17_SUIVI_EMPLOI', undefined, { jour: j('2026-03-25'), base: '2026-03-15' });
    expect(tard).not.toMatch(/essai|réintégration/);
    const { resultat } = exemple('C17_SUIVI_EMPLOI');
    const entreprise = { resultat: { ...resultat, motifFin: 'CREATION_ENTREPRISE' as const } };
    expect(lire('C17_SUIVI_EMPLOI', undefined, entreprise)).toContain('où en est l’activité');
    expect(lire('C17_SUIVI_EMPLOI', undefined, entreprise)).not.toMatch(/essai|poste/);
  });

  it('une fin par un emploi est passée ou à venir, dans l’objet aussi', () => {
    expect(lire('FIN_POUR_EMPLOI')).toContain('Votre CSP prend donc fin la veille, le dimanche 14 septembre 2025.');
    const passee = lire('FIN_POUR_EMPLOI', undefined, { jour: j('2025-09-15') });
    expect(passee).toContain('Votre CSP a donc pris fin la veille');
    expect(passee).toContain('Votre CSP a pris fin le 14 septembre 2025 : ce qu’il vous reste à faire');
  });

  it('une réintégration annonce la fin que les règles donnent', () => {
    const lettre = lire('REINTEGRATION', undefined, { jour: j('2025-12-13') });
    expect(lettre).toContain('Vous revenez dans le CSP le samedi 13 décembre 2025');
    expect(lettre).toContain('jusqu’au jeudi 11 juin 2026');
  });

  it('un essai rompu dit ce que devient la prime de cet emploi : son dernier jour, et un droit à confirmer', () => {
    const { resultat } = exemple('REINTEGRATION');
    const prime = { contratId: resultat.reintegrations![0]!.contratId, refus: [], limiteDemande: j('2025-12-31') };
    const avec = (statut: string, jour = '2025-12-15') =>
      lire('REINTEGRATION', undefined, {
        jour: j(jour),
        resultat: { ...resultat, primes: [{ ...prime, statut }] } as unknown as typeof resultat,
      });
    const ouverte = avec('NON_DEMANDEE');
    expect(ouverte).toContain(
      'le formulaire doit être transmis à France Travail au plus tard le mercredi 31 décembre 2025.',
    );
    expect(ouverte).toContain('votre droit à cette prime est à confirmer par France Travail. Le délai');
    expect(ouverte).toContain('- Dernier jour pour demander la prime : mercredi 31 décembre 2025');
    expect(ouverte).toContain('de la prime, ne retenez que ce que dit cette lettre.');
    expect(avec('NON_DEMANDEE', '2025-12-31')).toContain('Dernier jour pour demander la prime');
    for (const close of [avec('NON_DEMANDEE', '2026-01-01'), avec('RECEVABLE')]) {
      expect(close).toContain('SI VOUS AVEZ REÇU LA PRIME');
      expect(close).not.toMatch(/pour demander la prime|à confirmer par France Travail\. Le délai/);
    }
  });

  it.each(['C04_ADHESION', 'DECISION_INSPECTION'] as const)(
    '%s, partie une fois le CSP commencé, demande le pré-bilan : la date, et quoi faire',
    (code) => {
      const c06 = { code: 'C06_CONVOCATION_PRE_BILAN' as const, destinataire: 'BENEFICIAIRE' as const };
      const resultat = { ...cspExemple, courriers: [{ ...c06, date: j('2025-03-25') }] };
      const le = (jour: string) => lire(code, 'BENEFICIAIRE', { jour: j(jour), resultat });
      expect(le('2025-03-24')).toMatch(/Pour fixer votre premier entretien, le pré-bilan,/);
      expect(le('2025-03-27')).toContain(
        'Votre premier rendez-vous obligatoire, l’entretien de pré-bilan, doit avoir lieu au plus tard le mercredi 2 avril 2025. Si vous n’avez pas encore de date, appelez',
      );
      expect(le('2025-04-03')).toContain(
        'devait avoir lieu au plus tard le mercredi 2 avril 2025. Il est encore temps',
      );
      expect(le('2025-04-03')).toContain('Apportez votre CV');
      expect(le('2025-04-03')).not.toContain('Pour fixer votre premier entretien');
    },
  );

  it.each(['C04_ADHESION', 'DECISION_INSPECTION'] as const)(
    '%s, redite une fois le pré-bilan tenu, ne le demande plus, ni par SMS',
    (code) => {
      const c06 = { code: 'C06_CONVOCATION_PRE_BILAN' as const, destinataire: 'BENEFICIAIRE' as const };
      const resultat = { ...cspExemple, courriers: [{ ...c06, date: j('2025-03-25') }] };
      for (const jour of [j('2025-03-24'), j('2025-03-27'), j('2025-05-06')]) {
        const varie = { jour, resultat, base: '2025-03-23', tenus: ['PRE_BILAN' as const] };
        expect(lire(code, 'BENEFICIAIRE', varie)).not.toMatch(
          /premier (?:entretien|rendez-vous)|encore temps|votre CV/,
        );
        expect(rendreSms(exemple(code, 'BENEFICIAIRE', varie)) ?? '').not.toContain('pré-bilan');
      }
    },
  );

  it('un retour qui déplace la fin dit la nouvelle, et pourquoi ; un autre dit celle qui tient', () => {
    const changement = { termeAvant: j('2026-05-24'), termeApres: j('2026-04-27') };
    const plusTot = lire('RETOUR', undefined, { changement });
    expect(plusTot).toContain(' et la date de fin change');
    expect(plusTot).toContain('c’est maintenant le lundi 27 avril 2026, soit 27 jours plus tôt que prévu');
    expect(plusTot).toContain('1. Notez ces nouvelles dates');
    expect(plusTot).toContain('POURQUOI CETTE DATE CHANGE');
    expect(plusTot).not.toContain('Fin du CSP, à ce jour');
    expect(lire('RETOUR')).toContain('Fin du CSP, à ce jour');
  });

  it('une suspension sans retour connu dit que le CSP finit avec elle', () => {
    const varie = suspendu('DEMENAGEMENT_ETRANGER', { dateFinCsp: j('2025-06-22') });
    expect(lire('SUSPENSION', undefined, varie)).toContain('Sinon, votre CSP se termine à cette date.');
  });

  it('une suspension qui n’est plus au dossier s’écrit encore, sans motif', () => {
    const { resultat } = exemple('SUSPENSION');
    const lettre = lire('SUSPENSION', undefined, { resultat: { ...resultat, suspensions: [] } });
    expect(lettre).toContain('du lundi 2 juin 2025 au dimanche 22 juin 2025');
    expect(lettre).not.toContain('Motif');
  });

  it.each(Object.keys(phrasesRegle))('%s : la raison est dite à la personne', (code) => {
    const { declaration } = exemple('REJET');
    const lettre = lire('REJET', undefined, { declaration: { ...declaration!, code, phrase: 'Phrase des règles.' } });
    expect(lettre).toMatch(/Elle ne peut pas être prise en compte\. \S.*\./);
    expect(lettre).not.toMatch(/Phrase des règles|salarié|La personne/);
  });

  it('un code inattendu garde la phrase des règles', () => {
    const { declaration } = exemple('REJET');
    const varie = { declaration: { ...declaration!, code: 'DATE_INVALIDE', phrase: 'La date n’existe pas.' } };
    expect(lire('REJET', undefined, varie)).toContain('La date n’existe pas.');
  });

  it.each([
    [
      { type: 'CONGES', debut: j('2025-07-07'), fin: j('2025-07-18') },
      'congés, du lundi 7 juillet 2025 au vendredi 18',
    ],
    [{ type: 'SUSPENSION', debut: j('2025-07-07'), motif: 'PAJE' }, 'suspension, à partir du lundi 7 juillet 2025'],
    [{ type: 'PSP_VALIDE', date: j('2025-05-01') }, 'plan d’action (PSP) validé, le jeudi 1er mai 2025'],
  ] satisfies [Evenement, string][])('ce qui a été déclaré est redit : %j', (evenement, phrase) => {
    const { declaration } = exemple('REJET');
    expect(lire('REJET', undefined, { declaration: { ...declaration!, evenement } })).toContain(phrase);
  });

  it('l’actualisation s’ouvre, puis se rappelle', () => {
    const ouverture = lire('RAPPEL_ACTUALISATION', undefined, { base: '2025-06-OUVERTURE', jour: j('2025-06-28') });
    expect(ouverture).toContain('L’actualisation de juin 2025 est ouverte.');
    expect(ouverture).not.toContain('Sans actualisation'.toLocaleUpperCase('fr'));
    expect(lire('RAPPEL_ACTUALISATION')).toContain('il vous reste 5 jours');
    const finie = { resultat: { ...exemple('RAPPEL_ACTUALISATION').resultat, dateFinCsp: j('2025-07-04') } };
    const rappelFini = lire('RAPPEL_ACTUALISATION', undefined, finie);
    expect(rappelFini).toContain('Répondez pour tout le mois, jours d’après votre CSP compris.');
    expect(rappelFini).not.toContain('remis en cause');
    const ouvertureFinie = { ...finie, base: '2025-06-OUVERTURE', jour: j('2025-07-05') };
    expect(lire('RAPPEL_ACTUALISATION', undefined, ouvertureFinie)).toContain(
      'Votre CSP a pris fin le vendredi 4 juillet 2025, mais ce mois reste à déclarer',
    );
    const aout = { mois: '2025-08', ouverture: j('2025-08-28'), cloture: j('2025-09-15') };
    const enAout = { base: '2025-08-OUVERTURE', resultat: { ...cspExemple, actualisations: [aout] } };
    expect(lire('RAPPEL_ACTUALISATION', undefined, enAout)).toContain('actualisation d’août 2025');
  });
});
