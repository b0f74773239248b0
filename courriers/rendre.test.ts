import { ajouterJours, dateCivile as j } from '../domain/calendrier/dates';
import { catalogue } from '../domain/catalogue/catalogue';
import type { Dossier } from '../domain/dossier/dossier';
import type { Surcharge } from '../domain/dossier/parametres';
import type { MotifFin, Resultat } from '../domain/dossier/resultat';
import { calculer, evaluer } from '../domain/droit/calculer';
import { reglements } from '../domain/droit/reglements';
import { causes, nomCause } from '../domain/faits/causes';
import type { Evenement } from '../domain/faits/evenements';
import { ecrire, gabaritDe, rendre, rendreCourriel, rendreSms } from '.';
import { lire } from './de-test/lecture';
import {
  cspExemple,
  dossierExemple,
  exemple,
  exemples,
  personnesExemple,
  prolongeExemple,
  reflexionExemple,
} from './exemples';
import { rendreTexte } from './rendu-texte';

const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const pages = (pdf: Uint8Array): number => Number(/\/Type\s*\/Pages[^>]*?\/Count (\d+)/.exec(latin1(pdf))?.[1]);

describe.each(exemples().map((d) => [`${d.code} pour ${d.destinataire}`, d] as const))('%s', (_nom, d) => {
  const rendu = rendre(d);

  it('dit ce qu’il doit dire', () => {
    expect(`${rendu.objet}\n\n${rendu.texte}`).toMatchSnapshot();
  });

  it('dit la même chose en HTML', () => {
    const visible = rendu.html.replace(/<[^>]+>/g, ' ');
    for (const date of rendu.texte.match(/\d{1,2}(?:er)?\u00a0\p{L}+\u00a0\d{4}/gu) ?? [])
      expect(visible).toContain(date);
    expect(rendu.html).toContain('<html lang="fr">');
    expect(rendu.html).not.toMatch(/<img|<script|undefined|null|NaN/);
  });

  it('donne un PDF accessible, en français, d’une page ou deux', () => {
    const pdf = latin1(rendu.pdf);
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toMatch(/\/Lang ?\(fr\)/);
    expect(pdf).toMatch(/<pdfuaid:part>1</);
    expect(rendu.pages).toBe(pages(rendu.pdf));
    expect(rendu.pages).toBeGreaterThanOrEqual(1);
    expect(rendu.pages).toBeLessThanOrEqual(2);
  });

  it('donne les mêmes octets pour les mêmes données', () => {
    expect(Buffer.compare(Buffer.from(rendre(structuredClone(d)).pdf), Buffer.from(rendu.pdf))).toBe(0);
  });

  it('ne montre dans son objet ni nom ni cause d’absence', () => {
    expect(rendu.objet).not.toMatch(/Zoé|Lefèvre|Vercors/);
    for (const cause of causes) expect(rendu.objet.toLowerCase()).not.toContain(nomCause(cause).toLowerCase());
    expect(rendu.objet).not.toMatch(/[\r\n]/);
    expect(rendu.objet.length).toBeLessThanOrEqual(90);
    expect(rendu.objet).not.toMatch(/emploi durable|essai|absence|manqu/i);
  });

  it('se lit à l’écran sans que son PDF soit fait', () => {
    const { objet, texte, html, gabarit } = rendu;
    expect(rendreCourriel(d)).toEqual({ objet, texte, html, gabarit });
  });

  it('porte son gabarit et un nom de fichier', () => {
    expect(rendu.gabarit).toBe(gabaritDe(d.code));
    expect(rendu.nomPdf).toMatch(/^jalon-2026-000123-07-[a-z0-9-]+\.pdf$/);
  });
});

it('n’écrit pas à qui le catalogue ne destine pas le courrier', () => {
  expect(() => rendre(exemple('C13_FIN_CSP', 'EMPLOYEUR'))).toThrow('C13_FIN_CSP');
});

describe('les mots justes', () => {
  it.each([
    ['2025-03-17', 'il vous reste 7 jours'],
    ['2025-03-23', "il vous reste jusqu'à demain"],
    ['2025-03-24', "c'est aujourd'hui le dernier jour"],
  ])('parti le %s, le SMS du rappel dit : %s', (jour, phrase) => {
    expect(rendreSms(exemple('C02_RAPPEL_REFLEXION', 'BENEFICIAIRE', { jour: j(jour) }))).toContain(phrase);
  });

  it('rien de ce qui peut être imprimé ne compte les jours depuis son départ : il est lu plus tard', () => {
    const imprimes = exemples().filter(({ code }) => catalogue[code].canaux.includes('C'));
    expect(imprimes.length).toBeGreaterThan(20);
    for (const d of imprimes)
      expect(lire(d.code, d.destinataire, d)).not.toMatch(
        /il vous reste (?:\d|jusqu)|dans \d+ jours\b(?! qui)|\bdemain\b|[Aa]ujourd’hui(?! (?:fixée|ce))/,
      );
  });

  it('un refus exprès et un silence ne se disent pas de la même façon', () => {
    const expres = { resultat: { ...reflexionExemple, decision: 'REFUS' as const, dateDecision: j('2025-03-12') } };
    expect(lire('C05_REFUS', 'BENEFICIAIRE', expres)).toContain('Vous avez refusé le CSP le mercredi 12 mars 2025.');
    expect(lire('C05_REFUS', 'BENEFICIAIRE')).toContain('le silence vaut refus');
    expect(lire('C05_REFUS', 'EMPLOYEUR', expres)).toContain('a refusé le CSP');
    expect(lire('C05_REFUS', 'BENEFICIAIRE')).toContain('Aucune acceptation ne nous a été transmise avant la fin');
    expect(lire('C05_REFUS', 'BENEFICIAIRE')).toContain('envoyez-en la preuve : récépissé de remise');
    expect(lire('C05_REFUS', 'EMPLOYEUR')).toContain('À notre connaissance, Zoé Lefèvre-N’Guessan n’a pas répondu');
    const { resultat } = exemple('C05_REFUS');
    const tardive = { resultat: { ...resultat, rejets: [{ index: 0, code: 'REPONSE_HORS_DELAI' }] } };
    expect(lire('C05_REFUS', 'BENEFICIAIRE', tardive)).toContain(
      'Une réponse est enregistrée, mais elle est datée d’après la fin du délai de réflexion, le lundi 24 mars 2025 : elle ne peut pas être prise en compte.',
    );
    expect(lire('C05_REFUS', 'EMPLOYEUR', tardive)).toContain('a répondu après la fin du délai de réflexion');
  });

  it('sans lettre envoyée pendant le délai, l’employeur doit notifier', () => {
    const dossier = { ...dossierExemple, dateEnvoiLicenciement: undefined };
    expect(lire('C05_REFUS', 'EMPLOYEUR', { dossier })).toContain('notifiez-le par lettre recommandée');
    expect(lire('C05_REFUS', 'EMPLOYEUR')).toContain('Si vous avez envoyé pendant le délai');
    expect(lire('C05_REFUS')).toContain('Si votre employeur vous a envoyé pendant le délai');
  });

  it('salarié protégé : les dates inconnues sont dites inconnues', () => {
    const varie = {
      dossier: { ...dossierExemple, salarieProtege: true },
      resultat: { ...reflexionExemple, finReflexion: null },
    };
    expect(lire('C01_PROPOSITION', 'BENEFICIAIRE', varie)).toContain('la décision de l’inspection du travail');
    const accepte = {
      ...varie,
      resultat: { ...varie.resultat, decision: 'ACCEPTATION' as const, dateDecision: j('2025-03-10') },
    };
    for (const pour of catalogue.C04_ADHESION.destinataires)
      expect(lire('C04_ADHESION', pour, accepte)).toContain('ne sont pas encore connues');
  });

  it('proposé par France Travail : le contrat est déjà rompu et la réponse va à l’agence', () => {
    const dossier = {
      ...dossierExemple,
      modeProposition: 'FRANCE_TRAVAIL' as const,
      finContratPrevue: j('2025-02-20'),
    };
    const lettre = lire('C01_PROPOSITION', 'BENEFICIAIRE', { dossier });
    expect(lettre).toContain('remettez le tout à votre agence (Agence CSP de Valence)');
    expect(lettre).toContain('ni pour votre inscription à France Travail');
    expect(lire('C05_REFUS', 'BENEFICIAIRE', { dossier })).toContain('Votre inscription à France Travail continue');
    expect(lettre).toContain('La fin de votre contrat de travail ne change pas.');
    expect(lettre).not.toContain('licencier');
  });

  it.each([
    ['C06_CONVOCATION_PRE_BILAN', '2025-04-10'],
    ['C07_CONVOCATION_PSP', '2025-05-12'],
  ] as const)('%s parti en retard propose encore un rendez-vous', (code, jour) => {
    const lettre = lire(code, 'BENEFICIAIRE', { jour: j(jour) });
    expect(lettre).toContain('Il est encore temps de le faire');
    expect(lettre).not.toContain('ce jour est passé');
  });

  it('parti après le cinquième jour, C14 dit ce qui est perdu et ce qui reste à faire', () => {
    const lettre = lire('C14_CESSATION_INSCRIPTION', 'BENEFICIAIRE', { jour: j('2026-05-04') });
    expect(lettre).toContain('Réinscrivez-vous sans attendre');
  });

  it('ce que France Travail fait est annoncé', () => {
    for (const code of ['C13_FIN_CSP', 'C14_CESSATION_INSCRIPTION', 'C16_CONFIRMATION_REINSCRIPTION'] as const)
      expect(lire(code).toLowerCase()).toContain('vous allez recevoir');
  });

  it('une sortie dit pourquoi, ce qui s’arrête et qui appeler, hors de l’objet', () => {
    const bilan = { type: 'SORTIE_ANTICIPEE' as const, debut: j('2025-09-15'), fin: j('2025-10-14') };
    const sortie = (motifFin: MotifFin) => ({
      jour: j('2025-09-15'),
      resultat: { ...cspExemple, dateFinCsp: j('2025-09-14'), bilan, motifFin },
    });
    expect(lire('C09_CONVOCATION_BILAN', 'BENEFICIAIRE', sortie('EMPLOI_DURABLE'))).toContain('nouveau poste');
    for (const code of ['C09_CONVOCATION_BILAN', 'C14_CESSATION_INSCRIPTION'] as const) {
      const abandon = lire(code, 'BENEFICIAIRE', sortie('ABANDON'));
      expect(abandon).toContain('Motif enregistré : fin à votre demande.');
      expect(abandon).toContain('s’arrête le lendemain, lundi 15 septembre 2025.');
      expect(abandon).toContain('Si ce motif ou cette date vous paraît faux, appelez Claire Morel');
      const manquement = lire(code, 'BENEFICIAIRE', sortie('MANQUEMENT'));
      expect(manquement).toContain('Motif enregistré : manquement');
      expect(manquement.split('\n')[0]).not.toMatch(/manque/i);
      expect(lire(code)).not.toContain('Motif enregistré');
    }
  });

  it.each([
    ['CONTRAT_TROP_COURT', 'contrat de travail de moins de 3 jours'],
    ['CUMUL_ACTIVITE_DEPASSE', 'contrats de travail de plus de 187 jours en tout'],
    ['FAUSSE_DECLARATION', 'fausse déclaration'],
    ['CREATION_ENTREPRISE', 'création ou reprise d’une entreprise'],
    ['REPRISE_EMPLOI', 'reprise d’un emploi'],
    ['RETRAITE', 'départ à la retraite'],
    ['DECES', 'décès'],
  ] as const)('%s se dit : %s', (motifFin, mots) => {
    const resultat = { ...prolongeExemple, motifFin };
    expect(lire('C14_CESSATION_INSCRIPTION', undefined, { resultat })).toContain(`Motif enregistré : ${mots}.`);
  });

  it('une échéance un jour chômé garde sa date, et dit le dernier jour ouvré', () => {
    const dimanche = 'dimanche 22 août 2027 (dernier jour ouvré : vendredi 20 août 2027)';
    const d = j('2027-08-22');
    const periode = { debut: j('2027-07-23'), fin: d };
    const au = (jour: string) => ({
      jour: j(jour),
      resultat: {
        ...cspExemple,
        echeancePreBilan: d,
        echeancePsp: d,
        pointEtape: periode,
        bilan: { type: 'FIN_ACCOMPAGNEMENT' as const, ...periode },
        echeanceContributionEmployeur: d,
      },
    });
    for (const code of [
      'C06_CONVOCATION_PRE_BILAN',
      'C07_CONVOCATION_PSP',
      'C08_CONVOCATION_POINT_ETAPE',
      'C09_CONVOCATION_BILAN',
    ] as const) {
      expect(lire(code, undefined, au('2027-08-13'))).toContain(`au plus tard le ${dimanche}.`);
      expect(lire(code, undefined, au('2027-08-21'))).toContain(`au plus tard le ${dimanche}.`);
      expect(rendreSms(exemple(code, undefined, au('2027-08-13')))).toContain(
        'dimanche 22 aout 2027 (dernier jour ouvré : vendredi 20 aout 2027)',
      );
    }
    for (const code of ['C10_CONTRIBUTION', 'CONTRIBUTION_RAPPEL'] as const)
      expect(lire(code, undefined, au('2027-08-13'))).toContain(`au plus tard le ${dimanche}`);
    expect(lire('PROLONGATION', undefined, au('2027-08-13'))).toContain(
      `Entretien de bilan : au plus tard le ${dimanche}`,
    );
  });

  it('l’actualisation se fait dès qu’elle est ouverte, l’ARE se demande le jour même', () => {
    const finLe = (fin: string) => ({
      jour: j(fin),
      resultat: { ...cspExemple, dateFinCsp: j(fin) },
    });
    for (const code of ['C13_FIN_CSP', 'C14_CESSATION_INSCRIPTION', 'C18_FORMATION_POURSUITE'] as const) {
      expect(lire(code, undefined, finLe('2026-03-24'))).toContain(
        'dès que l’actualisation est ouverte (le 28 du mois',
      );
      expect(lire(code, undefined, finLe('2026-03-24'))).toContain('demandez aussi l’allocation chômage (ARE)');
      expect(lire(code, undefined, finLe('2026-03-27'))).toContain('Le jour où vous vous réinscrivez, actualisez-vous');
      expect(lire(code, undefined, finLe('2027-02-25'))).toContain('Le jour où vous vous réinscrivez, actualisez-vous');
    }
  });

  it('l’ancienne date de fin est celle qui fut annoncée, jamais devinée', () => {
    expect(() => lire('PROLONGATION', undefined, { changement: undefined })).toThrow('changement');
  });

  it('un prénom en voyelle s’élide, après « de » comme après « que »', () => {
    const identite = { ...personnesExemple.identite, prenom: 'Aliénor' };
    const personnes = { ...personnesExemple, identite };
    expect(lire('C10_CONTRIBUTION', undefined, { personnes })).toContain('d’Aliénor');
    expect(lire('C04_ADHESION', 'EMPLOYEUR', { personnes })).toContain('Dès qu’Aliénor Lefèvre-N’Guessan vous a remis');
  });

  it('une ville écrite en capitales date la lettre comme on l’écrit, et l’enveloppe porte la civilité', () => {
    const adresse = { ...personnesExemple.agence.adresse, ville: 'BOURG-DE-PÉAGE CEDEX 2' };
    const personnes = { ...personnesExemple, agence: { ...personnesExemple.agence, adresse } };
    const lettre = ecrire(exemple('C01_PROPOSITION', undefined, { personnes }));
    expect(lettre.lieuDate.replaceAll('\u00a0', ' ')).toBe('Bourg-de-Péage, le lundi 3 mars 2025');
    expect(lettre.adresse[0]).toBe('Madame Zoé Lefèvre-N’Guessan');
  });

  it('l’employeur qui ne doit rien n’est pas prié de payer', () => {
    for (const code of ['C10_CONTRIBUTION', 'CONTRIBUTION_RAPPEL'] as const) {
      expect(lire(code)).not.toMatch(/\d\. Payez|Ce que vous devez/);
      expect(lire(code)).toContain('si elle est due');
    }
  });

  it('la prime demande un plan validé avant le jour de l’embauche : ce jour-là, il est trop tard', () => {
    expect(lire('C07_CONVOCATION_PSP')).toContain('un plan validé avant le jour de l’embauche');
  });

  it('une date ne se coupe ni avant son mois ni avant son année', () => {
    for (const d of exemples()) {
      const { texte } = rendreCourriel(d);
      expect(texte).not.toMatch(
        /\d(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/,
      );
      expect(texte).not.toMatch(/\d(?:er)?\u00a0\p{L}+ \d{4}/u);
    }
  });

  it('un terme qui recule le dit', () => {
    const changement = { termeAvant: j('2026-04-23'), termeApres: j('2026-03-24') };
    expect(lire('PROLONGATION', 'BENEFICIAIRE', { changement, resultat: cspExemple })).toContain(
      '30 jours plus tôt que prévu',
    );
    expect(lire('PROLONGATION', 'BENEFICIAIRE', { resultat: prolongeExemple })).toContain(
      '30 jours plus tard que prévu',
    );
  });

  it('un jour de fermeture, personne n’est prié d’appeler le jour même', () => {
    // Sunday 26 April 2026; then Whit Monday.
    const dimanche = lire('C15_RAPPEL_REINSCRIPTION', 'BENEFICIAIRE', { jour: j('2026-04-26') });
    expect(dimanche).toContain('au 04 65 71 00 12 dès le lundi 27 avril 2026 (l’agence est fermée d’ici là)');
    expect(dimanche).toContain('tout peut se faire sur ce site');
    expect(lire('C15_RAPPEL_REINSCRIPTION', 'BENEFICIAIRE', { jour: j('2026-04-27') })).toContain(
      'claire.morel@example.org sans attendre',
    );
    const pentecote = { jour: j('2026-05-25') };
    expect(lire('C12_RAPPEL_PRIME', 'BENEFICIAIRE', pentecote)).toContain('dès le mardi 26 mai 2026');
    expect(lire('C07_CONVOCATION_PSP', 'BENEFICIAIRE', pentecote)).toContain('prenez rendez-vous dès le 26 mai 2026');
  });

  it('rien n’est dit au masculin ou au féminin à la personne', () => {
    const protege = {
      dossier: { ...dossierExemple, salarieProtege: true },
      resultat: { ...reflexionExemple, finReflexion: null },
    };
    const lettres = exemples().filter((d) => d.destinataire === 'BENEFICIAIRE');
    for (const texte of [
      ...lettres.map((d) => lire(d.code, d.destinataire, d)),
      lire('C01_PROPOSITION', undefined, protege),
    ])
      expect(texte).not.toMatch(/salarié|demandeur|vous êtes (?!stagiaire|toujours)|vous a aidé|\(e\)/);
  });

  it('le modèle que l’employeur recopie salue la personne comme une lettre, et dit à qui elle va', () => {
    const de = (civilite: 'MADAME' | 'MONSIEUR' | undefined) => {
      const { civilite: _, ...identite } = personnesExemple.identite;
      const personnes = { ...personnesExemple, identite: { ...identite, ...(civilite && { civilite }) } };
      return lire('C03_LICENCIEMENT_CONDITIONNEL', undefined, { personnes });
    };
    expect(de('MADAME')).toMatch(/> Madame Zoé Lefèvre-N’Guessan\n[\s\S]*> Madame,\n/);
    expect(de('MONSIEUR')).toMatch(/> Monsieur Zoé Lefèvre-N’Guessan\n[\s\S]*> Monsieur,\n/);
    expect(de(undefined)).toMatch(/> Zoé Lefèvre-N’Guessan\n[\s\S]*> \[Madame ou Monsieur\],\n/);
  });

  it('plusieurs fins possibles : aucune phrase ne parle de « cette date »', () => {
    const doutes = [{ code: 'ESSAI_ROMPU' as const, sur: 'TERME' as const, autreTerme: j('2026-03-24') }];
    const deux = { jour: j('2026-03-17'), resultat: prolongeExemple, doutes };
    expect(lire('C13_FIN_CSP', undefined, deux)).toContain('si une de ces dates vous paraît fausse');
    expect(lire('C13_FIN_CSP')).toContain('si cette date vous paraît fausse');
  });

  it('la contribution de l’employeur dépend de qui a proposé', () => {
    const de = (varie: Partial<Dossier>) =>
      lire('C10_CONTRIBUTION', 'EMPLOYEUR', { dossier: { ...dossierExemple, ...varie } });
    expect(de({})).toContain('elle est versée à France Travail, dans la limite de 3 mois');
    expect(de({ modeProposition: 'FRANCE_TRAVAIL' })).toContain('une contribution spécifique');
    expect(de({ motifRupture: 'FIN_CDD' })).toContain('L’avis de France Travail dit ce qui est à verser');
  });

  it('la proposition dit ce que devient le préavis', () => {
    const de = (ancienneteMois: number) =>
      lire('C01_PROPOSITION', undefined, { dossier: { ...dossierExemple, ancienneteMois } });
    expect(de(60)).toContain('versée par votre employeur à France Travail');
    expect(de(11)).toContain('votre employeur vous paie l’indemnité de préavis');
    expect(de(11)).toContain('son montant et sa durée sont ceux de l’allocation chômage (ARE)');
    expect(de(60)).toContain('75 % de votre salaire brut de référence');
  });

  it('la demande d’allocation dit à qui la remettre', () => {
    expect(lire('C04_ADHESION', 'BENEFICIAIRE')).toContain('Remettez le tout à votre employeur dès que possible');
    expect(lire('C04_ADHESION', 'EMPLOYEUR')).toContain('envoyez-la à France Travail avec l’attestation d’employeur');
    const dossier = { ...dossierExemple, modeProposition: 'FRANCE_TRAVAIL' as const };
    expect(lire('C04_ADHESION', 'BENEFICIAIRE', { dossier })).toContain(
      'Remettez le tout à votre agence (Agence CSP de Valence)',
    );
    expect(lire('C04_ADHESION', 'BENEFICIAIRE')).toContain('dont une copie de votre carte Vitale');
    expect(lire('C04_ADHESION', 'BENEFICIAIRE', { dossier })).toContain('vos trois derniers bulletins de salaire');
    expect(lire('C04_ADHESION', 'EMPLOYEUR', { dossier })).not.toContain('bulletin');
  });

  it('une nouvelle date de fin donne les rendez-vous à venir et ne promet la prime qu’à qui peut l’avoir', () => {
    const lettre = lire('PROLONGATION', 'BENEFICIAIRE');
    expect(lettre).toContain('Entretien de bilan : du mardi 24 février 2026 au jeudi 23 avril 2026');
    expect(lettre).toContain('elles remplacent celles de nos courriers précédents');
    expect(lettre).not.toContain('Point d’étape');
    expect(lire('PROLONGATION', 'BENEFICIAIRE', { jour: j('2025-07-01') })).toContain(
      'Point d’étape, s’il n’a pas eu lieu : au plus tard le jeudi 24 juillet 2025',
    );
    expect(lettre).toContain('prime de reclassement');
    const sansAnciennete = { dossier: { ...dossierExemple, ancienneteMois: 11 } };
    expect(lire('PROLONGATION', 'BENEFICIAIRE', sansAnciennete)).not.toContain('prime');
    expect(lettre).toContain('l’embauche doit maintenant avoir lieu au plus tard le lundi 23 février 2026');
    expect(lire('PROLONGATION', 'BENEFICIAIRE', { jour: j('2026-02-23') })).toContain('prime');
    expect(lire('PROLONGATION', 'BENEFICIAIRE', { jour: j('2026-02-24') })).not.toContain('prime');
    const sansAllonger = { parametres: { ...reglements['csp-2015-v2021'].parametres, primeProlongee: false } };
    expect(lire('PROLONGATION', 'BENEFICIAIRE', sansAllonger)).toContain(
      'l’embauche doit toujours avoir lieu au plus tard le samedi 24 janvier 2026',
    );
    expect(lire('C07_CONVOCATION_PSP', 'BENEFICIAIRE', sansAnciennete)).not.toContain('prime');
  });

  it('le suivi dans l’emploi ne parle de réintégration que si le règlement en prévoit une', () => {
    const { resultat } = exemple('C17_SUIVI_EMPLOI');
    expect(lire('C17_SUIVI_EMPLOI')).toContain('réintégration');
    expect(lire('C17_SUIVI_EMPLOI', 'CONSEILLER', { resultat: { ...resultat, reglement: 'crp-2009' } })).not.toContain(
      'réintégration',
    );
  });

  it('la CRP a ses mots', () => {
    const enCrp = (r: Resultat): Resultat => ({ ...r, reglement: 'crp-2009' });
    for (const d of exemples()) {
      const { rectifie } = d;
      const { objet, texte } = rendreCourriel({
        ...d,
        resultat: enCrp(d.resultat),
        ...(rectifie && {
          rectifie: { ...rectifie, donnees: { ...rectifie.donnees, resultat: enCrp(rectifie.donnees.resultat) } },
        }),
      });
      const lettre = `${objet}\n${texte}`.replaceAll('Agence CSP', 'Agence');
      expect(lettre).not.toMatch(/\b(CSP|ASP|PSP)\b|sécurisation|\b[Ss]on CRP|CRP commence\. Il/);
    }
  });
});

describe('tout courrier que les règles veulent s’écrit', () => {
  type Scenario = { dossier: Dossier; evenements?: Evenement[]; surcharge?: Surcharge };
  const vecteurs: { id: string; scenario: Scenario }[] = require('../test/vecteurs/public.json');
  const valides = vecteurs.filter((v) => calculer(v.scenario).valide);

  it.each(valides.map((v) => [v.id, v.scenario] as const))('%s', (_id, { dossier, evenements = [], surcharge }) => {
    const { resultat, courriers } = evaluer(dossier, evenements, { surcharge });
    for (const c of courriers)
      for (const retard of [0, 9]) {
        const d = exemple(c.code as keyof typeof catalogue, c.destinataire, {
          base: c.base,
          jour: ajouterJours(c.date, retard),
          dossier,
          resultat,
        });
        expect(rendreTexte(ecrire(d))).not.toMatch(/undefined|null|NaN|\[object/);
      }
  });
});
