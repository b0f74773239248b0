import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireDocument } from '../../../client/saisie/document';
import { racine } from '../../../commun/racine';
import { type DateCivile, dateCivile, joursEntre } from '../../../domain/calendrier/dates';
import { planRemise } from '../../../domain/catalogue/canaux';
import { type Canaux, canauxDe, entreeCatalogue } from '../../../domain/catalogue/catalogue';
import { RAPPELS_JOURS } from '../../../domain/catalogue/cle-courrier';
import type { Canal } from '../../../domain/dossier/personnes';
import { inscrireReglement } from '../../../domain/droit/parcours-inscrit';
import type { FaitVecu } from './faits-vecus';
import { vivre } from './vies';

const DOSSIERS = join(racine, 'exemples', 'dossiers');

type Compte = Record<Canal, number>;

/** Messages that letters make for someone whom every channel reaches and who asked for none. @param autrement channels of another day */
function compter(codes: readonly string[], autrement: Partial<Record<string, Canaux>> = {}): Compte {
  const compte: Compte = { EMAIL: 0, SMS: 0, COURRIER: 0 };
  for (const code of codes) {
    const { niveaux } = planRemise({
      canaux: autrement[code] ?? entreeCatalogue(code).canaux,
      destinataire: 'BENEFICIAIRE',
      decide: false,
      joignable: new Set<Canal>(['EMAIL', 'SMS', 'COURRIER']),
    });
    for (const canal of niveaux[0] ?? []) compte[canal] += 1;
  }
  return compte;
}

const fois = (n: number, ...codes: string[]): string[] => Array.from({ length: n }, () => codes).flat();
/** A year's appointments and declarations: 14 convened and recalled, 12 months opened and recalled. */
const RENDEZ_VOUS = fois(14, 'RDV_CONVOCATION', ...RAPPELS_JOURS.map(() => 'RDV_RAPPEL'));
const ACTUALISATIONS = fois(24, 'RAPPEL_ACTUALISATION');

const fait = (le: string, evenement: FaitVecu['evenement']): FaitVecu => ({ le: dateCivile(le), evenement });
const accord = fait('2025-03-10', { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' });
const annee = [
  accord,
  fait('2025-03-31', { type: 'PRE_BILAN_REALISE', date: '2025-03-31' }),
  fait('2025-04-28', { type: 'PSP_VALIDE', date: '2025-04-28' }),
];

/** Letters of the journey itself to the person, in a life. */
const ecrites = (faits: readonly FaitVecu[]): string[] =>
  vivre(faits)
    .parties.map(({ du }) => du)
    .filter(({ destinataire }) => destinataire === 'BENEFICIAIRE')
    .map(({ code }) => code);

/** An example of `exemples/dossiers`, each fact recorded on its day. */
function vivreExemple(nom: string) {
  const lu = lireDocument(JSON.parse(readFileSync(join(DOSSIERS, nom), 'utf8')));
  if (!lu.ok) throw new Error(`${nom} : ${JSON.stringify(lu.erreurs)}`);
  const { dossier, evenements = [] } = lu.document;
  const faits = evenements.map((evenement): FaitVecu => {
    const { date, debut } = evenement as { date?: DateCivile; debut?: DateCivile };
    return { le: (date ?? debut)!, evenement: evenement as unknown as FaitVecu['evenement'] };
  });
  return vivre(
    faits.sort((a, b) => joursEntre(b.le, a.le)),
    'immediat',
    inscrireReglement(dossier),
  );
}

/** Messages to the person: those that left, and those that one letter a fact keeps from leaving. */
function avantEtApres(nom: string): string {
  const { parties, situation } = vivreExemple(nom);
  const siennes = parties.map(({ du }) => du).filter(({ destinataire }) => destinataire === 'BENEFICIAIRE');
  const tues = situation.courriers.filter((c) => c.ailleurs && c.destinataire === 'BENEFICIAIRE');
  const ecrire = ({ EMAIL, SMS, COURRIER }: Compte) => `${EMAIL} e-mails, ${SMS} SMS, ${COURRIER} lettres`;
  const portes = Object.fromEntries(
    siennes.flatMap(({ code, annonce }) => (annonce ? [[code, canauxDe(code, true)]] : [])),
  );
  const codes = siennes.map(({ code }) => code);
  const apres = ecrire(compter(codes, portes));
  const avant = ecrire(compter([...codes, ...tues.map(({ code }) => code)]));
  return avant === apres ? apres : `${apres}, au lieu de ${avant}`;
}

it('ce que chaque exemple envoie à sa personne, avant et après qu’un fait n’ait plus qu’une lettre', () => {
  const exemples = readdirSync(DOSSIERS).sort();
  expect(
    Object.fromEntries(exemples.map((nom) => [nom.replace('.json', ''), avantEtApres(nom)])),
  ).toMatchInlineSnapshot(`
{
  "annee-nominale": "10 e-mails, 0 SMS, 5 lettres",
  "arret-maladie": "12 e-mails, 0 SMS, 6 lettres, au lieu de 13 e-mails, 0 SMS, 6 lettres",
  "crp-2009": "5 e-mails, 0 SMS, 3 lettres, au lieu de 6 e-mails, 0 SMS, 3 lettres",
  "csp-2011": "8 e-mails, 0 SMS, 3 lettres, au lieu de 9 e-mails, 0 SMS, 3 lettres",
  "csp-2015-v2015": "12 e-mails, 0 SMS, 6 lettres, au lieu de 13 e-mails, 0 SMS, 6 lettres",
  "csp-2015-v2019": "16 e-mails, 0 SMS, 8 lettres, au lieu de 19 e-mails, 0 SMS, 8 lettres",
  "csp-2015-v2021": "20 e-mails, 0 SMS, 11 lettres, au lieu de 25 e-mails, 0 SMS, 11 lettres",
  "csp-2015-v2025": "20 e-mails, 0 SMS, 11 lettres, au lieu de 25 e-mails, 0 SMS, 11 lettres",
  "csp-experimental-2011": "7 e-mails, 1 SMS, 4 lettres",
  "csp-mayotte-2018": "13 e-mails, 3 SMS, 4 lettres",
  "emploi-court-apres-six-mois": "14 e-mails, 3 SMS, 5 lettres, au lieu de 15 e-mails, 3 SMS, 5 lettres",
  "la-reunion": "7 e-mails, 0 SMS, 3 lettres, au lieu de 9 e-mails, 0 SMS, 3 lettres",
  "maternite": "12 e-mails, 0 SMS, 6 lettres, au lieu de 14 e-mails, 0 SMS, 6 lettres",
  "salarie-protege": "13 e-mails, 4 SMS, 4 lettres",
  "silence-vaut-refus": "4 e-mails, 0 SMS, 2 lettres",
}
`);
});

describe('ce qu’une personne reçoit en un an, par canal', () => {
  it('quatorze rendez-vous, chaque rappel par un seul canal : vingt-huit SMS de moins', () => {
    const avant = compter(RENDEZ_VOUS, { RDV_RAPPEL: 'E + S > C' });
    expect(avant).toEqual({ EMAIL: 42, SMS: 28, COURRIER: 0 });
    expect(compter(RENDEZ_VOUS)).toEqual({ EMAIL: 42, SMS: 0, COURRIER: 0 });
  });

  it('douze actualisations', () => {
    expect(compter(ACTUALISATIONS)).toEqual({ EMAIL: 24, SMS: 0, COURRIER: 0 });
  });

  it('une année sans incident', () => {
    const reinscrite = fait('2026-03-26', { type: 'DEMANDE_REINSCRIPTION', date: '2026-03-26' });
    expect(compter(ecrites([...annee, reinscrite]))).toMatchInlineSnapshot(`
{
  "COURRIER": 5,
  "EMAIL": 10,
  "SMS": 0,
}
`);
  });

  it('une embauche au huitième mois : une lettre de fin, au lieu de la convocation au bilan et de l’annonce de la prime', () => {
    const cdi = { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2025-11-03' };
    const codes = ecrites([...annee, fait('2025-10-27', cdi)]);
    expect(codes.filter((code) => /^(?:FIN_POUR_EMPLOI|C09|C11)/.test(code))).toEqual(['FIN_POUR_EMPLOI']);
    expect(compter(codes)).toMatchInlineSnapshot(`
{
  "COURRIER": 3,
  "EMAIL": 7,
  "SMS": 0,
}
`);
  });

  /** What one act makes the person receive the day it is recorded; the new end of the CSP goes by post and e-mail, carried or not. */
  const leJourDe = (acte: FaitVecu, avant: readonly FaitVecu[] = []) => {
    const lettres = vivre([...annee, ...avant, acte]).parties.flatMap(({ du, quand }) =>
      du.destinataire === 'BENEFICIAIRE' && quand.startsWith(acte.le) ? [du] : [],
    );
    const autrement = Object.fromEntries(
      lettres.map(({ code, annonce }) => [code, canauxDe(code, annonce !== undefined)]),
    );
    const codes = lettres.map(({ code }) => code);
    return { codes, compte: compter(codes, autrement) };
  };
  const avant = ['SUSPENSION', 'PROLONGATION'];

  it('un arrêt de vingt jours : une lettre, qui porte la nouvelle date de fin, au lieu de deux', () => {
    const arret = fait('2025-09-01', { type: 'ARRET_MALADIE', debut: '2025-09-01', fin: '2025-09-20' });
    expect(compter(avant)).toEqual({ EMAIL: 2, SMS: 0, COURRIER: 1 });
    expect(leJourDe(arret)).toEqual({ codes: ['SUSPENSION'], compte: { EMAIL: 1, SMS: 0, COURRIER: 1 } });
  });

  it('une maternité qui déplace le point d’étape annoncé : une lettre, qui le dit aussi, au lieu de trois', () => {
    const conge = fait('2025-06-23', { type: 'CONGE_MATERNITE', debut: '2025-06-23', fin: '2025-10-12' });
    expect(compter([...avant, 'RECTIFICATION'])).toEqual({ EMAIL: 3, SMS: 0, COURRIER: 2 });
    expect(leJourDe(conge)).toEqual({ codes: ['SUSPENSION'], compte: { EMAIL: 1, SMS: 0, COURRIER: 1 } });
  });

  it('le retour d’une maternité, quand le point d’étape se demande : une lettre, au lieu de deux', () => {
    const conge = { type: 'CONGE_MATERNITE', debut: '2025-06-14', fin: '2025-10-03' };
    const codes = vivre([...annee, fait('2025-06-02', conge)]).parties.flatMap(({ du }) =>
      du.date >= '2025-10-03' && du.date <= '2025-10-15' ? [du.code] : [],
    );
    expect(compter(['RETOUR', 'C08_CONVOCATION_POINT_ETAPE'])).toEqual({ EMAIL: 2, SMS: 0, COURRIER: 0 });
    expect(codes).toEqual(['RETOUR']);
  });

  it('un essai rompu après le sixième mois : une lettre, qui dit le retour et la nouvelle date de fin, au lieu de deux', () => {
    const cdi = { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2025-11-03' };
    const rompu = { type: 'FIN_CONTRAT', contratId: 'c', date: '2025-12-12', motif: 'RUPTURE_ESSAI' };
    expect(compter(['REINTEGRATION', 'PROLONGATION'])).toEqual({ EMAIL: 2, SMS: 0, COURRIER: 1 });
    expect(leJourDe(fait('2025-12-15', rompu), [fait('2025-10-27', cdi)])).toEqual({
      codes: ['REINTEGRATION'],
      compte: { EMAIL: 1, SMS: 0, COURRIER: 1 },
    });
  });

  it('un emploi arrêté avant sa date : une lettre, qui dit la suspension qui ne compte plus et la nouvelle date de fin, au lieu de trois', () => {
    const cdd = { type: 'REPRISE_EMPLOI', contratId: 'd', nature: 'CDD', debut: '2025-11-03', fin: '2025-12-31' };
    const arrete = { type: 'FIN_CONTRAT', contratId: 'd', date: '2025-12-04', motif: 'FIN_ANTICIPEE' };
    expect(compter(['RETOUR', 'RECTIFICATION', 'PROLONGATION'])).toEqual({ EMAIL: 3, SMS: 0, COURRIER: 2 });
    expect(leJourDe(fait('2025-12-05', arrete), [fait('2025-10-27', cdd)])).toEqual({
      codes: ['RETOUR'],
      compte: { EMAIL: 1, SMS: 0, COURRIER: 1 },
    });
  });

  it('une formation qui continue après le terme : dite dans la lettre de fin, au lieu de deux lettres aux mêmes étapes', () => {
    const formation = fait('2026-02-02', { type: 'FORMATION', debut: '2026-02-02', fin: '2026-05-29' });
    const codes = ecrites([...annee, formation]).filter((code) => /^C1[38]/.test(code));
    expect(codes).toEqual(['C13_FIN_CSP']);
    expect(compter(['C13_FIN_CSP', 'C18_FORMATION_POURSUITE'])).toEqual({ EMAIL: 2, SMS: 0, COURRIER: 1 });
    expect(compter(codes)).toEqual({ EMAIL: 1, SMS: 0, COURRIER: 1 });
  });
});
