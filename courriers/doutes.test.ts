import { ajouterJours, dateCivile } from '../domain/calendrier/dates';
import { type CodeCourrier, catalogue, codesCourrier } from '../domain/catalogue/catalogue';
import type { Dossier } from '../domain/dossier/dossier';
import type { Destinataire } from '../domain/dossier/resultat';
import { evaluer } from '../domain/droit/calculer';
import { type CodeDoute, type Doute, doutes } from '../domain/droit/doutes';
import { doutesDuParcours } from '../domain/droit/doutes-du-parcours';
import type { Evenement } from '../domain/faits/evenements';
import { datesQuiCoutent } from './calendrier';
import { jourLong } from './contexte';
import type { DonneesCourrier } from './donnees';
import { bilanAuTerme } from './doutes';
import { dossierExemple, exemple } from './exemples';
import { rendreCourriel, rendreSms } from './index';
import { mesurer, SEGMENTS_MAX } from './sms';

type Lettre = [CodeCourrier, Destinataire];

/** Letters that state dates of each kind. */
const LETTRES: Record<'DEBUT' | 'TERME', readonly Lettre[]> = {
  DEBUT: [
    ['C01_PROPOSITION', 'BENEFICIAIRE'],
    ['C02_RAPPEL_REFLEXION', 'BENEFICIAIRE'],
    ['C04_ADHESION', 'BENEFICIAIRE'],
    ['C04_ADHESION', 'EMPLOYEUR'],
    ['C06_CONVOCATION_PRE_BILAN', 'BENEFICIAIRE'],
    ['C10_CONTRIBUTION', 'EMPLOYEUR'],
  ],
  TERME: [
    ['C08_CONVOCATION_POINT_ETAPE', 'BENEFICIAIRE'],
    ['C09_CONVOCATION_BILAN', 'BENEFICIAIRE'],
    ['SUSPENSION', 'BENEFICIAIRE'],
    ['RETOUR', 'BENEFICIAIRE'],
    ['C13_FIN_CSP', 'BENEFICIAIRE'],
    ['C14_CESSATION_INSCRIPTION', 'BENEFICIAIRE'],
    ['C15_RAPPEL_REINSCRIPTION', 'BENEFICIAIRE'],
    ['C16_CONFIRMATION_REINSCRIPTION', 'BENEFICIAIRE'],
    ['RELANCE_REINSCRIPTION', 'BENEFICIAIRE'],
    ['C18_FORMATION_POURSUITE', 'BENEFICIAIRE'],
    ['PROLONGATION', 'BENEFICIAIRE'],
    ['PROLONGATION', 'CONSEILLER'],
    ['REINTEGRATION', 'BENEFICIAIRE'],
  ],
};
const TERMES: readonly CodeDoute[] = [
  'ESSAI_ROMPU',
  'ARRET_PENDANT_ACTIVITE',
  'EMPLOI_A_CHEVAL',
  'AJPP',
  'PROCHE_AIDANT',
  'DUREE_LEGALE',
  'DEBORDEMENT',
  'QUANTIEME_ABSENT',
];
const SUR: Partial<Record<CodeDoute, 'DEBUT' | 'TERME' | 'TOUTES'>> = {
  FIN_REFLEXION_NON_OUVREE: 'DEBUT',
  REGLEMENT_ECHU: 'TOUTES',
  ...Object.fromEntries(TERMES.map((code) => [code, 'TERME' as const])),
};

const texte = (d: DonneesCourrier): string =>
  rendreCourriel(d)
    .texte.replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ');
const dits = Object.entries(doutes).filter(([, { lettre }]) => lettre !== null) as [CodeDoute, Doute][];

describe('un doute est dit (§9)', () => {
  it.each(dits)('%s : chaque lettre qui donne ces dates les dit à confirmer, et pourquoi', (code, { lettre }) => {
    const sur = SUR[code]!;
    const lettres = sur === 'TOUTES' ? [...LETTRES.DEBUT, ...LETTRES.TERME] : LETTRES[sur];
    for (const [courrier, destinataire] of lettres) {
      const ecrit = texte(
        exemple(courrier, destinataire, { doutes: [{ code, sur, autreTerme: dateCivile('2027-03-02') }] }),
      );
      expect(ecrit).toContain('(à confirmer par France Travail)');
      expect(ecrit).toContain(lettre!.replaceAll("'", '’').replace(/[\u00a0\u202f]/g, ' '));
      expect(ecrit).toContain('Selon l’autre lecture, ce serait le mardi 2 mars 2027.');
    }
  });
  it('une autre lecture déjà passée demande d’agir, et l’objet aussi dit que la date est à confirmer', () => {
    const doute = { code: 'ESSAI_ROMPU', sur: 'TERME', autreTerme: dateCivile('2026-03-02') } as const;
    const fin = exemple('C13_FIN_CSP', 'BENEFICIAIRE', { doutes: [doute] });
    expect(texte(fin)).toContain(
      'Selon l’autre lecture, c’était le lundi 2 mars 2026 : ce jour est passé, faites préciser',
    );
    for (const code of ['C13_FIN_CSP', 'PROLONGATION'] as const)
      expect(rendreCourriel(exemple(code, 'BENEFICIAIRE', { doutes: [doute] })).objet).toContain('(à confirmer)');
  });
  it('le dernier mois de la prime donne le jour de la prime selon l’autre lecture, pas celui de la fin', () => {
    const { resultat } = exemple('REINTEGRATION');
    const lettre = (autreTerme: string, jour = '2026-03-13') =>
      texte(
        exemple('PRIME_DERNIER_MOIS', 'BENEFICIAIRE', {
          jour: dateCivile(jour),
          resultat,
          doutes: [{ code: 'ESSAI_ROMPU', sur: 'TERME', autreTerme: dateCivile(autreTerme) }],
        }),
      );
    expect(resultat.terme).toBe('2026-06-11');
    expect(lettre('2026-03-24')).toContain('au plus tard le lundi 13 avril 2026 (à confirmer par France Travail)');
    expect(lettre('2026-03-24')).toContain(
      'Selon l’autre lecture, l’embauche devait avoir lieu au plus tard le samedi 24 janvier 2026 : ce jour est passé',
    );
    expect(lettre('2026-06-11')).not.toContain('à confirmer');
    const aTemps = lettre('2026-03-24', '2025-12-26');
    expect(aTemps).toContain('au plus tard le samedi 24 janvier 2026 (à confirmer par France Travail)');
    expect(aTemps).toContain(
      'elle est à confirmer par France Travail. Si elle est confirmée, l’embauche peut avoir lieu jusqu’au lundi 13 avril 2026.',
    );
    expect(lettre('2026-06-20', '2026-03-13')).toContain(
      'Selon l’autre lecture, l’embauche pourrait avoir lieu jusqu’au mercredi 22 avril 2026.',
    );
  });
  it('ce qui dépend du terme se dit au jour le plus proche, tant qu’il est à venir : réinscription, bilan, agenda', () => {
    const veille = (d: string) => ajouterJours(dateCivile(d), -1);
    const c15 = exemple('C15_RAPPEL_REINSCRIPTION');
    const { terme, reinscription } = c15.resultat;
    const doutes = [{ code: 'QUANTIEME_ABSENT', sur: 'TERME', autreTerme: veille(terme!) } as const];
    const limite = veille(reinscription!.limite);
    const avant = exemple('C15_RAPPEL_REINSCRIPTION', 'BENEFICIAIRE', { jour: veille(limite), doutes });
    expect(texte(avant)).toContain(`jusqu’au ${jourLong(limite).replace(/\u00a0/g, ' ')} compris (à confirmer`);
    expect(datesQuiCoutent(avant)[0]?.fin).toBe(limite);
    expect(rendreSms(avant)).toContain('(à confirmer)');
    const apres = exemple('C15_RAPPEL_REINSCRIPTION', 'BENEFICIAIRE', { jour: reinscription!.limite, doutes });
    expect(datesQuiCoutent(apres)[0]?.fin).toBe(reinscription!.limite);
    expect(texte(apres)).toContain('ce jour est passé, faites préciser');
    const retour = exemple('REINTEGRATION');
    const essai = { code: 'ESSAI_ROMPU', sur: 'TERME', autreTerme: ajouterJours(retour.resultat.terme!, -30) } as const;
    expect(bilanAuTerme({ ...retour, doutes: [essai] })).toEqual({
      debut: retour.resultat.bilan!.debut,
      fin: essai.autreTerme,
    });
    expect(bilanAuTerme({ ...retour, doutes: [] })).toMatchObject({ fin: retour.resultat.terme });
  });
  it('un règlement échu est dit une fois dans chaque lettre qui donne des dates des règles, et par SMS', () => {
    const echu = [{ code: 'REGLEMENT_ECHU', sur: 'TOUTES', autreTerme: null } as const];
    const phrase = doutes.REGLEMENT_ECHU.lettre;
    for (const code of codesCourrier) {
      const { destinataires, origine } = catalogue[code];
      for (const destinataire of destinataires.filter((d) => d !== 'CONSEILLER')) {
        const donnees = exemple(code, destinataire, { doutes: [...echu] });
        const fois = origine === 'REGLES' || origine === 'PARCOURS' ? 1 : 0;
        expect([code, texte(donnees).split(phrase).length - 1]).toEqual([code, fois]);
        const sms = rendreSms(donnees);
        if (sms === null) continue;
        expect([code, sms.includes('à confirmer')]).toEqual([code, fois === 1]);
        expect(mesurer(sms).segments).toBeLessThanOrEqual(SEGMENTS_MAX);
      }
    }
  });
  it('sans doute, rien n’est à confirmer', () => {
    for (const [courrier, destinataire] of [...LETTRES.DEBUT, ...LETTRES.TERME]) {
      expect(texte(exemple(courrier, destinataire, { doutes: [] }))).not.toContain('(à confirmer');
    }
  });
  it('un doute sur le terme ne trouble pas les lettres du début', () => {
    const doute = { code: 'ESSAI_ROMPU', sur: 'TERME', autreTerme: null } as const;
    expect(texte(exemple('C01_PROPOSITION', 'BENEFICIAIRE', { doutes: [doute] }))).not.toContain('à confirmer');
  });
});

describe('un délai de réflexion qui finit à Noël', () => {
  const dossier = { ...dossierExemple, dateRemise: '2026-12-04', dateEnvoiLicenciement: '2026-12-21' } as Dossier;
  const ecrire = (code: CodeCourrier, destinataire: Destinataire, reponse?: string) => {
    const evenements = reponse ? [{ type: 'REPONSE_SALARIE', date: reponse, reponse: 'ACCEPTATION' }] : [];
    const evaluation = evaluer(dossier, evenements as Evenement[]);
    const jour = dateCivile('2026-12-18');
    return texte(
      exemple(code, destinataire, {
        dossier,
        jour,
        resultat: evaluation.resultat,
        doutes: doutesDuParcours(evaluation),
      }),
    );
  };
  it('annonce le 25, jamais le jour toléré', () => {
    const lettres: Lettre[] = [
      ['C01_PROPOSITION', 'BENEFICIAIRE'],
      ['C02_RAPPEL_REFLEXION', 'BENEFICIAIRE'],
      ['C03_LICENCIEMENT_CONDITIONNEL', 'EMPLOYEUR'],
      ['C05_REFUS', 'BENEFICIAIRE'],
      ['C05_REFUS', 'EMPLOYEUR'],
    ];
    for (const [code, destinataire] of lettres) {
      expect(ecrire(code, destinataire)).toContain('vendredi 25 décembre 2026');
      expect(ecrire(code, destinataire)).not.toMatch(/28 décembre/);
    }
  });
  it('acceptée à temps, le contrat finit le 25, à confirmer', () => {
    const lettre = ecrire('C04_ADHESION', 'BENEFICIAIRE', '2026-12-23');
    expect(lettre).toContain('prend fin le vendredi 25 décembre 2026 (à confirmer par France Travail)');
    expect(lettre).toContain('commence le samedi 26 décembre 2026 (à confirmer par France Travail)');
  });
  it('acceptée le jour toléré, le contrat finit ce jour-là, à confirmer', () => {
    const lettre = ecrire('C04_ADHESION', 'EMPLOYEUR', '2026-12-28');
    expect(lettre).toContain('prend fin le lundi 28 décembre 2026 (à confirmer par France Travail)');
  });
});
