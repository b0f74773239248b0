import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { type CodeDoute, type Doute, doutes } from '../../domain/droit/doutes';
import { reglements } from '../../domain/droit/reglements';

const regles = readFileSync(join(racine, 'docs', 'regles.md'), 'utf8');

function enLigne(code: string, { regle, parametres, lectures, annonce, refus, lettre, tache }: Doute): string {
  const cellules = [
    code,
    regle,
    parametres.join(', ') || '–',
    ...lectures,
    annonce,
    refus ?? '–',
    lettre ?? '–',
    tache ?? '–',
  ];
  return `| ${cellules.join(' | ')} |`;
}

it.each(Object.entries(doutes) as [CodeDoute, Doute][])(
  'le doute %s a la même ligne dans docs/regles.md',
  (code, doute) => {
    expect(regles).toContain(enLigne(code, doute));
  },
);
it('docs/regles.md n’a aucune ligne qui ne soit dans le code', () => {
  const [, tableau = ''] = regles.split('| doubt | rule |');
  const [corps = ''] = tableau.split('\n\n');
  const codes = [...corps.matchAll(/^\| ([A-Z0-9_]+) \|/gm)].map(([, code]) => code);
  expect(codes).toEqual(Object.keys(doutes));
});

/** What the rules say right beside each mark, and the row of the table that speaks of it. */
const MARQUES: readonly [string, CodeDoute][] = [
  ['`[D]` built on CPC 641', 'QUANTIEME_ABSENT'],
  ['Indian/Mayotte) `[D]`', 'HEURE_LOCALE'],
  ['treated as férié everywhere `[D]`', 'FERIES_LOCAUX'],
  ['La Réunion 20 Dec `[G]`', 'FERIES_OUTRE_MER'],
  ['Saint-Pierre-et-Miquelon: national only `[G]`', 'FERIES_OUTRE_MER'],
  ['`REGLEMENT_ECHU_A_CONFIRMER` `[D]`', 'REGLEMENT_ECHU'],
  ['(2019-07-01 → 2021-09-30 `[G]`', 'ENTREE_AVENANT_4'],
  ['(14 before 2009) | 21 `[D]`', 'REGLEMENTS_REPRIS'],
  ['(8 before 2009) | 12 `[D]`', 'REGLEMENTS_REPRIS'],
  ['none: any job ends it `[D]`', 'REGLEMENTS_REPRIS'],
  ['14 / 187 `[D]`', 'REGLEMENTS_REPRIS'],
  ['none / yes `[G]`', 'REGLEMENTS_REPRIS'],
  ['`residences = [mayotte]` `[G]`', 'REGLEMENTS_REPRIS'],
  ['"au moins mille" `[G]`', 'SEUIL_EFFECTIF'],
  ['test date `[D]`', 'DATE_TAUX_PLEIN'],
  ['form checks, in stages: F2, F5 | `[D]`', 'FORME_DE_L_OUVERTURE'],
  ['counting from the day after `[G]`', 'PREMIER_JOUR_DE_REFLEXION'],
  ['both dated the notification `[D]`', 'AUTORISATION_REFUSEE'],
  ['(`RETRACTATION_NON_PREVUE`) `[G][D]`', 'RETRACTATION'],
  ['do not move with extensions or suspensions `[D]`', 'REPERES_FIXES'],
  ['read as the effective start `[D]`', 'PRE_BILAN'],
  ['a renewal is a new contract `[D]`', 'RENOUVELLEMENT'],
  ['"moins de 3 jours met fin") `[D]`', 'TROIS_JOURS'],
  ['(CUMUL_ACTIVITE_DEPASSE) `[D]`', 'SIX_MOIS'],
  ['[S003] A5; numbers `[G]`', 'DUREE_LEGALE'],
  ['(L3142-27 supplétif `[G]`', 'PROCHE_AIDANT'],
  ['310 days `[G]`', 'AJPP'],
  ['does not spill over `[D]`', 'DEBORDEMENT'],
  ['the 187 cumul `[D]`', 'ESSAI_HORS_CUMUL'],
  ['contacts at 1, 3, 6 months `[D]`', 'JALONS'],
  ['calendar days, union `[D]`', 'CONGES'],
  ['1 month before `[D]`', 'ENTREE_AVENANT_4'],
  ['`[dateFinCsp+1, dateFinCsp+30]` `[D]`', 'BILAN_SORTIE'],
  ['(parameter 7 days `[D]`', 'COURRIERS_DE_JALON'],
  ['**R28 — late news** `[D]`', 'NOUVELLES_TARDIVES'],
  ['configuration, marked `[D]`', 'CONDITIONS_DE_L_EXPERIMENTATION'],
  ['Channels and contents `[D]`', 'COURRIERS_DE_JALON'],
  ['comes before a letter that says a new end `[D]`', 'COURRIERS_DE_JALON'],
  ['or until a counsellor confirms) `[D]`', 'SILENCE_TENU'],
  ['what is so told does not leave by itself `[D]`', 'COURRIERS_DE_JALON'],
  ['announces it, with the invitation `[D]`', 'COURRIERS_DE_JALON'],
  ['sets: secondary details `[G]`', 'REGLEMENTS_REPRIS'],
  ['Entry into force of avenant n° 4 (2019-07-01 `[G]`', 'ENTREE_AVENANT_4'],
  ['in the list of F4 `[D]`', 'FORME_DE_L_OUVERTURE'],
];

describe('chaque valeur marquée [D] ou [G] dans les règles a sa ligne', () => {
  const [, texte = ''] = regles.split('\n## 1. Calendar');
  const marques = [...texte.matchAll(/`(?:\[[DG]\])+`/g)].map(({ 0: mot, index }) => ({
    debut: index,
    fin: index + mot.length,
  }));
  const couvre = (mots: string, { debut, fin }: { debut: number; fin: number }) =>
    texte.slice(Math.max(0, fin - mots.length), fin) === mots || texte.slice(debut, debut + mots.length) === mots;

  it('aucune marque sans ligne', () => {
    const orphelines = marques.filter((marque) => !MARQUES.some(([mots]) => couvre(mots, marque)));
    expect(orphelines.map(({ debut, fin }) => texte.slice(Math.max(0, debut - 60), fin))).toEqual([]);
  });
  it.each(MARQUES)('« %s » est encore dans les règles', (mots) => {
    expect(marques.filter((marque) => couvre(mots, marque))).not.toEqual([]);
  });
});

it('chaque valeur décidée ou non vérifiée d’un règlement a sa ligne, celles qu’il reprend d’un autre ensemble', () => {
  const couverts: readonly string[] = Object.values(doutes).flatMap(({ parametres }): readonly string[] => parametres);
  const orphelins = Object.values(reglements).flatMap(({ nom, sources }) =>
    Object.entries(sources)
      .filter(([, { certitude, source }]) => /[DG]/.test(certitude) && !source.startsWith('repris de '))
      .filter(([parametre]) => !couverts.includes(parametre))
      .map(([parametre]) => `${nom} : ${parametre}`),
  );
  expect(orphelins).toEqual([]);
});
