import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { type CodeDoute, type Doute, doutes } from '../../domain/droit/doutes';
import { codesDouteux } from '../../domain/droit/doutes-du-parcours';
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

/** Rows that no letter has a sentence for, and why nobody who reads one loses anything by it. */
const SANS_PHRASE: Partial<Record<CodeDoute, string>> = {
  HEURE_LOCALE: 'le jour est dit, pas l’heure',
  FERIES_LOCAUX: 'le dernier jour ouvré est dit, jamais plus tard',
  FERIES_OUTRE_MER: 'le dernier jour ouvré est dit, jamais plus tard',
  ENTREE_AVENANT_4: 'règlement passé, aucun dossier ne s’ouvre sous lui',
  REGLEMENTS_REPRIS: 'marqué comme non vérifié dans les pages et les sources',
  SEUIL_EFFECTIF: 'un dossier refusé à l’ouverture n’a pas de lettre',
  DATE_TAUX_PLEIN: 'un dossier refusé à l’ouverture n’a pas de lettre',
  FORME_DE_L_OUVERTURE: 'un dossier refusé à l’ouverture n’a pas de lettre',
  CONDITIONS_DE_L_EXPERIMENTATION: 'un dossier refusé à l’ouverture n’a pas de lettre',
  PREMIER_JOUR_DE_REFLEXION: 'les deux lectures se suivent d’un jour, que le jour toléré couvre',
  AUTORISATION_REFUSEE: 'une décision nouvelle rouvre le dossier',
  RETRACTATION: 'une rétractation est répondue par la lettre de rejet, qui n’est pas une décision',
  REPERES_FIXES:
    'le carnet compte ces mois « de CSP », la convention n’en veut d’effectif que le 4e et allonge le 10e des seules prolongations',
  PRE_BILAN: 'un rendez-vous à prendre : après ce jour il se tient encore',
  PSP: 'un rendez-vous à prendre : la date la plus proche est dite, après elle il se tient encore',
  POINT_ETAPE: 'un rendez-vous à prendre : hors de sa fenêtre il se tient encore',
  BILAN_SORTIE: 'un rendez-vous à prendre : après ce jour il se tient encore',
  SIX_MOIS:
    'la seule lettre qui donne ce jour d’avance le dit à confirmer ; des tâches à 150 et 180 jours le font vérifier',
  ESSAI_HORS_CUMUL: 'la seule lettre qui donne ce jour d’avance le dit à confirmer',
  TROIS_JOURS: 'aucune lettre ne donne de date qui en dépend',
  RENOUVELLEMENT: 'aucune lettre ne donne de date qui en dépend',
  PRIME_ESSAI_ROMPU: 'la seule lettre qui donne ce jour dit le droit à confirmer',
  JALONS: 'ce sont des tâches',
  CONGES: 'un nombre de jours, le plus petit des deux',
  REINSCRIPTION_NON_OUVREE: 'le cinquième jour est dit, jamais plus tard',
  NOUVELLES_TARDIVES: 'chaque date qui change est rectifiée par sa lettre',
  SILENCE_TENU: 'un jour d’envoi',
  COURRIERS_DE_JALON: 'des jours d’envoi',
};

describe('chaque doute est dit par une phrase de lettre, ou l’on sait pourquoi il n’a pas à l’être', () => {
  it.each(Object.entries(doutes) as [CodeDoute, Doute][])('%s', (code, { lettre, tache }) => {
    expect({ phrase: lettre !== null, raison: code in SANS_PHRASE }).toEqual({
      phrase: !(code in SANS_PHRASE),
      raison: lettre === null,
    });
    expect(tache !== null).toBe(lettre !== null);
  });
  it('ceux qui déplacent une date d’un parcours l’ont tous, avec leur tâche', () => {
    for (const code of codesDouteux) expect([code, doutes[code].lettre]).toEqual([code, expect.any(String)]);
    const dits = (Object.keys(doutes) as CodeDoute[]).filter((code) => doutes[code].lettre !== null);
    expect([...codesDouteux].sort()).toEqual(dits.sort());
  });
  it('aucune ne parle d’une date ou d’un terme sans phrase', () => {
    const muets = Object.entries(doutes).filter(([, { lettre, annonce }]) => lettre === null && /terme/.test(annonce));
    expect(muets.map(([code]) => code)).toEqual([]);
  });
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
  ['broken afterwards `[D]`', 'PRIME_ESSAI_ROMPU'],
  ['contacts at 1, 3, 6 months `[D]`', 'JALONS'],
  ['calendar days, union `[D]`', 'CONGES'],
  ['1 month before `[D]`', 'ENTREE_AVENANT_4'],
  ['`[dateFinCsp+1, dateFinCsp+30]` `[D]`', 'BILAN_SORTIE'],
  ['(parameter 7 days `[D]`', 'COURRIERS_DE_JALON'],
  ['**R28 — late news** `[D]`', 'NOUVELLES_TARDIVES'],
  ['configuration, marked `[D]`', 'CONDITIONS_DE_L_EXPERIMENTATION'],
  ['Channels and contents `[D]`', 'COURRIERS_DE_JALON'],
  ['comes before a letter that says a new end `[D]`', 'COURRIERS_DE_JALON'],
  ['the next names the one it replaces `[D]`', 'COURRIERS_DE_JALON'],
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
