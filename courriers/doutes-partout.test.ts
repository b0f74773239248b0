import { ajouterJours, type DateCivile, dateCivile } from '../domain/calendrier/dates';
import { codesCourrier } from '../domain/catalogue/catalogue';
import type { Resultat } from '../domain/dossier/resultat';
import type { DouteDuParcours } from '../domain/droit/doutes-du-parcours';
import { phrasesRegle } from '../domain/faits/erreurs';
import { datesQuiCoutent } from './calendrier';
import { jourCourt, jourLong } from './contexte';
import type { DonneesCourrier } from './donnees';
import { cspExemple, exemple, exemples } from './exemples';
import { ecrire, rendreSms } from './index';
import { rendreTexte } from './rendu-texte';

const espaces = (s: string): string => s.replace(/[\u00a0\u202f]/g, ' ');

/** Subject, lines and text message of a letter, each as it is read by itself. */
function lignes(d: DonneesCourrier): string[] {
  const lettre = ecrire(d);
  const sms = rendreSms(d);
  const corps = rendreTexte({ ...lettre, lieuDate: '', mention: '', fichierJoint: null }).split('\n');
  return [lettre.objet, ...corps, ...(sms === null ? [] : [sms])].map(espaces);
}

/** Lines that give one of these days and say nothing of its being in doubt. */
const nettes = (d: DonneesCourrier, jours: readonly (DateCivile | null | undefined)[]): string[] =>
  lignes(d).filter(
    (ligne) =>
      !/confirm/.test(ligne) &&
      jours.some(
        (jour) => jour && (ligne.includes(espaces(jourLong(jour))) || ligne.includes(espaces(jourCourt(jour)))),
      ),
  );

/** The days that move with the term, of a CSP that goes to it. */
const duTerme = ({ terme, dateFinCsp, motifFin, reinscription, bilan }: Resultat) =>
  motifFin === 'TERME' ? [terme, dateFinCsp, reinscription?.limite, bilan?.fin] : [];

const essai = (resultat: Resultat, jours: number): DouteDuParcours[] => [
  { code: 'ESSAI_ROMPU', sur: 'TERME', autreTerme: ajouterJours(resultat.terme!, jours) },
];

/** By how many days the other reading moves the end: by one, within the days to register again, to the day when the link may not be active yet, beyond, later. */
const ECARTS = [-1, -3, -4, -40, 30];

describe.each(ECARTS)('un terme que l’autre lecture déplace de %i jours', (ecart) => {
  const douteuses = exemples()
    .filter(({ resultat, destinataire, code }) => {
      return resultat.motifFin === 'TERME' && destinataire !== 'CONSEILLER' && code !== 'RECTIFICATION';
    })
    .map((d) => ({ ...d, doutes: essai(d.resultat, ecart) }));

  it.each(douteuses.map((d) => [d.code, d] as const))('%s ne donne sans réserve aucun jour qui en dépend', (_, d) => {
    expect(nettes(d, duTerme(d.resultat))).toEqual([]);
    expect(lignes(d).filter((ligne) => /20\d\d\p{L}|,\p{L}/u.test(ligne.replaceAll(/\S+@\S+/g, '')))).toEqual([]);
    expect(
      datesQuiCoutent(d)
        .map(({ titre }) => titre)
        .filter((titre) => /réinscrire/.test(titre) && !/confirmer/.test(titre)),
    ).toEqual([]);
  });
});

/** A letter on the end, and the day that the nearest reading gives it. */
const surLaFin = (code: 'C13_FIN_CSP' | 'C18_FORMATION_POURSUITE', ecart: number) => {
  const { resultat } = exemple(code);
  const proche = ajouterJours(resultat.terme!, ecart);
  return exemple(code, undefined, { doutes: essai(resultat, ecart), jour: ajouterJours(proche, -7) });
};

describe('la fin la plus proche est dite à temps, l’autre avec elle', () => {
  it.each(['C13_FIN_CSP', 'C18_FORMATION_POURSUITE'] as const)('%s nomme les deux fins, dans l’objet aussi', (code) => {
    const [objet, ...corps] = lignes(surLaFin(code, -40));
    expect(objet).toContain('le 14 mars 2026 ou le 23 avril 2026 (à confirmer)');
    expect(corps.join('\n')).toContain(
      'le samedi 14 mars 2026 ou le jeudi 23 avril 2026 (à confirmer par France Travail)',
    );
    expect(corps.join('\n')).toContain('Sans réponse, faites comme si c’était la première.');
  });
  it('deux fins éloignées ont chacune leurs jours pour se réinscrire, deux fins proches les jours qui conviennent aux deux', () => {
    const loin = lignes(surLaFin('C13_FIN_CSP', -40)).join('\n');
    expect(loin).toContain(
      'entre le dimanche 15 mars 2026 et le jeudi 19 mars 2026 compris si la première date est la bonne, entre le vendredi 24 avril 2026 et le mardi 28 avril 2026 compris si c’est la seconde',
    );
    expect(loin).toContain(
      '- Dernier jour pour se réinscrire : jeudi 19 mars 2026 ou mardi 28 avril 2026 (à confirmer',
    );
    const pres = lignes(surLaFin('C13_FIN_CSP', -3)).join('\n');
    expect(pres).toContain('entre le vendredi 24 avril 2026 et le samedi 25 avril 2026 compris (à confirmer');
    expect(pres).toContain('Sans réponse, les jours donnés ici pour vous réinscrire conviennent aux deux.');
    expect(datesQuiCoutent(surLaFin('C13_FIN_CSP', -40)).map(({ debut, fin }) => `${debut} ${fin}`)).toEqual([
      '2026-04-24 2026-04-28',
      '2026-03-15 2026-03-19',
    ]);
  });
  it('un dernier jour où le lien peut n’être pas encore actif n’est pas donné pour les deux', () => {
    const avant = lignes(surLaFin('C13_FIN_CSP', -4)).join('\n');
    expect(avant).toContain(
      'entre le lundi 20 avril 2026 et le vendredi 24 avril 2026 compris si la première date est la bonne, entre le vendredi 24 avril 2026 et le mardi 28 avril 2026 compris si c’est la seconde',
    );
    expect(avant).toContain('Sans réponse, faites comme si c’était la première.');
    const { resultat } = exemple('C14_CESSATION_INSCRIPTION');
    const [objet, ...corps] = lignes(exemple('C14_CESSATION_INSCRIPTION', undefined, { doutes: essai(resultat, -4) }));
    expect(objet).toContain('sans attendre, au plus tard le 28 avril 2026 (à confirmer)');
    expect(corps.join('\n')).toContain('le délai se termine le vendredi 24 avril 2026 : ne comptez pas sur les jours');
  });
  it.each(['C14_CESSATION_INSCRIPTION', 'C15_RAPPEL_REINSCRIPTION'] as const)(
    '%s : un délai déjà fini selon l’autre lecture ne laisse pas attendre, dans l’objet aussi',
    (code) => {
      const d = exemple(code, undefined, { doutes: essai(exemple(code).resultat, -40) });
      const [objet, ...corps] = lignes(d);
      expect(objet).toContain('sans attendre, au plus tard le 28 avril 2026 (à confirmer)');
      expect(corps.join('\n')).toContain(
        'cette fin était le samedi 14 mars 2026 et le délai s’est terminé le jeudi 19 mars 2026',
      );
      expect(lignes(exemple(code, undefined, { doutes: essai(d.resultat, -1) })).join('\n')).not.toContain(
        'sans attendre,',
      );
    },
  );
});

describe('un refus ne donne sans réserve aucun jour en doute', () => {
  const doutes: DouteDuParcours[] = [
    ...essai(cspExemple, -20),
    { code: 'FIN_REFLEXION_NON_OUVREE', sur: 'DEBUT', autreTerme: null },
  ];
  const refus = (code: string, jour: string, varie: Partial<DonneesCourrier> = {}) =>
    exemple('REJET', undefined, {
      resultat: cspExemple,
      jour: ajouterJours(dateCivile(jour), 1),
      declaration: {
        evenement: { type: 'DEMANDE_REINSCRIPTION', date: dateCivile(jour) },
        code,
        phrase: '',
      },
      doutes,
      ...varie,
    });
  it.each(Object.keys(phrasesRegle))('%s', (code) => {
    const { finReflexion, debutCsp } = cspExemple;
    expect(nettes(refus(code, '2026-03-10'), [...duTerme(cspExemple), finReflexion, debutCsp])).toEqual([]);
  });
  it('une réinscription demandée entre les deux fins compterait selon l’autre lecture : rien n’est à abandonner', () => {
    const lettre = lignes(refus('REINSCRIPTION_PREMATUREE', '2026-03-10')).join('\n');
    expect(lettre).toContain('Elle ne peut pas être prise en compte à ce jour.');
    expect(lettre).toContain(
      'selon une autre lecture des textes, c’est le mercredi 4 mars 2026, et ce que vous avez déclaré compterait',
    );
    expect(lettre).toContain('Gardez la preuve');
    const avant = lignes(refus('REINSCRIPTION_PREMATUREE', '2026-03-02')).join('\n');
    expect(avant).toContain('Elle ne peut pas être prise en compte. ');
    expect(avant).not.toContain('compterait');
  });
  it('un fait d’après une fin qui pourrait être plus lointaine aussi', () => {
    const lettre = lignes(refus('HORS_CSP', '2026-04-02', { doutes: essai(cspExemple, 30) })).join('\n');
    expect(lettre).toContain('c’est le jeudi 23 avril 2026, et ce que vous avez déclaré compterait');
    expect(lignes(refus('HORS_CSP', '2026-06-02', { doutes: essai(cspExemple, 30) })).join('\n')).not.toContain(
      'compterait',
    );
  });
});

describe('une fin par un emploi', () => {
  const { resultat } = exemple('FIN_POUR_EMPLOI');
  const ecarte: DouteDuParcours[] = [
    { code: 'ARRET_PENDANT_ACTIVITE', sur: 'TERME_ECARTE', autreTerme: ajouterJours(resultat.terme!, -10) },
  ];
  it('ne donne pas sans réserve le terme qu’un essai rompu ferait retrouver', () => {
    const d = exemple('FIN_POUR_EMPLOI', undefined, { doutes: ecarte });
    expect(lignes(d).join('\n')).toContain('le mardi 24 mars 2026 (à confirmer par France Travail), n’est pas passée');
    expect(nettes(d, [resultat.terme])).toEqual([]);
    expect(lignes(exemple('FIN_POUR_EMPLOI')).join('\n')).not.toContain('à confirmer');
  });
  it('le doute sur un terme écarté ne trouble aucune autre lettre', () => {
    for (const code of codesCourrier) {
      if (code === 'FIN_POUR_EMPLOI' || exemple(code).resultat.motifFin === 'TERME') continue;
      const sans = lignes(exemple(code, undefined, { doutes: [] }));
      expect([code, lignes(exemple(code, undefined, { doutes: ecarte }))]).toEqual([code, sans]);
    }
  });
});

it('une embauche qui n’est à temps pour la prime que selon une lecture le dit, et se demande quand même', () => {
  const { resultat, ...reste } = exemple('FIN_POUR_EMPLOI');
  const prolonge = { ...resultat, totalProlongationJours: 40, finDixiemeMois: dateCivile('2025-08-20') };
  const doutes: DouteDuParcours[] = [
    { code: 'AJPP', sur: 'TERME_ECARTE', autreTerme: ajouterJours(resultat.terme!, -40) },
  ];
  for (const code of ['FIN_POUR_EMPLOI', 'C11_PRIME'] as const) {
    const d = exemple(code, undefined, { ...reste, code, base: exemple(code).base, resultat: prolonge, doutes });
    expect(lignes(d).join('\n')).toContain('devait avoir lieu au plus tard le mercredi 20 août 2025');
    expect(lignes({ ...d, doutes: [] }).join('\n')).not.toContain('autre lecture');
  }
});
