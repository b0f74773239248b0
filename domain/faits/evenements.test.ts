import { dateCivile } from '../calendrier/dates';
import type { Champ } from '../dossier/champs';
import { csp2015v2021 } from '../droit/reglements/csp-2015-v2021';
import { definitions, type Evenement, phraseForme, typesEvenement, verifierForme } from './evenements';
import type { FormeRefusee } from './forme-evenement';
import type { Definition } from './types/definition';

const champsDe = (type: (typeof typesEvenement)[number]): Definition['champs'] => definitions[type].champs;

const rejet = (evenement: unknown) => {
  const forme = verifierForme(evenement);
  return forme.ok ? null : forme.code;
};
const champsRefuses = (evenement: unknown) => {
  const forme = verifierForme(evenement);
  return forme.ok ? null : forme.champs;
};

/** A value for a field of a form, as a counsellor would fill it. */
function remplir({ genre, nom, choix }: Champ): unknown {
  if (genre === 'date') return nom === 'fin' ? '2025-06-10' : '2025-06-01';
  if (genre === 'choix') return choix?.at(-1)?.valeur;
  return genre === 'nombre' ? 182 : genre === 'booleen' ? true : 'contrat-1';
}

const remplis = typesEvenement.map((type) => ({
  type,
  tout: { type, ...Object.fromEntries(champsDe(type).map((c) => [c.nom, remplir(c)])) },
  requis: {
    type,
    ...Object.fromEntries(
      champsDe(type)
        .filter((c) => c.obligatoire)
        .map((c) => [c.nom, remplir(c)]),
    ),
  },
}));

describe('un refus nomme ses champs', () => {
  it.each(remplis)('$type : celui qui manque, et celui qui est mal écrit', ({ type, requis }) => {
    for (const { nom, genre } of champsDe(type).filter((c) => c.obligatoire && c.nom !== 'contratId')) {
      if (nom !== 'reponse') expect(champsRefuses({ ...requis, [nom]: genre === 'choix' ? 'X' : null })).toEqual([nom]);
    }
  });
  const emploi = { type: 'REPRISE_EMPLOI', nature: 'CDD', debut: '2025-06-01' };
  it('un CDD sans fin, un CDI avec, une période inversée, une date d’un autre type', () => {
    expect(champsRefuses(emploi)).toEqual(['fin']);
    expect(champsRefuses({ ...emploi, nature: 'CDI', fin: '2025-07-01' })).toEqual(['fin']);
    expect(champsRefuses({ ...emploi, fin: '2025-05-01' })).toEqual(['debut', 'fin']);
    expect(champsRefuses({ ...emploi, fin: '2025-07-01', date: 'hier' })).toEqual(['date']);
    expect(champsRefuses({ type: 'CONGES', debut: 'x' })).toEqual(['debut']);
    expect([champsRefuses(null), champsRefuses({ type: 'X' })]).toEqual([['type'], ['type']]);
  });
  it('sa phrase les dit par leur nom et leur libellé', () => {
    const dire = (brut: object) => phraseForme(verifierForme(brut) as FormeRefusee, brut);
    expect(dire(emploi)).toBe(
      'Il manque une information obligatoire pour ce type d’événement. Champ : « Dernier jour prévu » (fin).',
    );
    expect(dire({ ...emploi, fin: '2025-05-01' })).toBe(
      'La fin de la période précède son début. Champs : « Premier jour d’emploi » (debut), « Dernier jour prévu » (fin).',
    );
    expect(dire({ type: 'X' })).toBe('Ce type d’événement n’existe pas.');
  });
  it('ce qui n’est obligatoire que parfois dit quand', () => {
    expect(
      champsDe('REPRISE_EMPLOI')
        .filter((c) => c.quand)
        .map((c) => c.nom),
    ).toEqual(['fin']);
  });
});

describe('chaque type a son formulaire', () => {
  it.each(remplis)('$type : rempli en entier, il passe et se retrouve', ({ type, tout }) => {
    expect(definitions[type].libelle).not.toBe('');
    expect(definitions[type].aide(csp2015v2021.parametres)).not.toBe('');
    expect(verifierForme(tout)).toEqual({ ok: true, evenement: tout });
    expect(definitions[type].schema.parse(tout)).toEqual(tout);
  });
  it.each(remplis.filter(({ type }) => type !== 'REPRISE_EMPLOI'))('$type : le nécessaire suffit', ({ requis }) => {
    expect(rejet(requis)).toBeNull();
  });
  it.each(remplis)('$type : ce qui est inconnu est ignoré, ce qui est null est absent', ({ type, tout }) => {
    const facultatifs = champsDe(type)
      .filter((c) => !c.obligatoire && c.nom !== 'fin')
      .map((c) => c.nom);
    const nuls = Object.fromEntries(facultatifs.map((nom) => [nom, null]));
    const attendu = Object.fromEntries(Object.entries(tout).filter(([nom]) => !facultatifs.includes(nom)));
    expect(verifierForme({ ...tout, ...nuls, note: 'x' })).toEqual({ ok: true, evenement: attendu });
  });
  it.each(remplis)(
    '$type : chaque date est obligatoire ou facultative comme le dit le formulaire',
    ({ type, tout }) => {
      for (const { nom, genre, obligatoire } of champsDe(type)) {
        if (genre !== 'date') continue;
        expect(rejet({ ...tout, [nom]: '2025-02-30' })).toBe('DATE_INVALIDE');
        const cddSansFin = type === 'REPRISE_EMPLOI' && nom === 'fin';
        expect(rejet({ ...tout, [nom]: null })).toBe(obligatoire || cddSansFin ? 'CHAMP_MANQUANT' : null);
      }
    },
  );
});

describe('la forme, premier défaut trouvé (F6)', () => {
  const cdd = { type: 'REPRISE_EMPLOI', nature: 'CDD', debut: '2025-06-01', fin: '2025-06-10' };
  it.each<[unknown, string]>([
    [null, 'TYPE_INCONNU'],
    [undefined, 'TYPE_INCONNU'],
    ['SORTIE', 'TYPE_INCONNU'],
    [[], 'TYPE_INCONNU'],
    [{}, 'TYPE_INCONNU'],
    [{ type: 'ACTUALISATION', date: '2025-06-01' }, 'TYPE_INCONNU'],
    [{ type: 'constructor', date: '2025-06-01' }, 'TYPE_INCONNU'],
    [{ type: ['SORTIE'], date: '2025-06-01' }, 'TYPE_INCONNU'],
    [{ type: 'PSP_VALIDE', date: '2025-06-01', essaiJusquau: 'x' }, 'DATE_INVALIDE'],
    [{ type: 'PSP_VALIDE', date: 20250601 }, 'DATE_INVALIDE'],
    [{ type: 'PSP_VALIDE', date: '' }, 'DATE_INVALIDE'],
    [{ type: 'CONGES', debut: 'x' }, 'DATE_INVALIDE'],
    [{ type: 'CONGES', debut: '2025-06-01' }, 'CHAMP_MANQUANT'],
    [{ type: 'CONGES', debut: '2025-06-02', fin: '2025-06-01' }, 'PERIODE_INVERSEE'],
    [{ type: 'PSP_VALIDE', date: '2025-06-01', debut: '2025-06-02', fin: '2025-06-01' }, 'PERIODE_INVERSEE'],
    [{ type: 'SUSPENSION', debut: '2025-06-02', fin: '2025-06-01', motif: 'X' }, 'PERIODE_INVERSEE'],
    [{ type: 'SUSPENSION', debut: '2025-06-02' }, 'MOTIF_INCONNU'],
    [{ type: 'SUSPENSION', debut: '2025-06-02', motif: 'DECES' }, 'MOTIF_INCONNU'],
    [{ type: 'SORTIE', date: '2025-06-02', motif: 'TERME' }, 'MOTIF_INCONNU'],
    [{ type: 'FIN_CONTRAT', date: '2025-06-02', motif: 'DECES' }, 'MOTIF_INCONNU'],
    [{ type: 'DECISION_AUTORISATION', date: '2025-06-02', decision: 'REFUS' }, 'REPONSE_INCONNUE'],
    [{ type: 'DECISION_AUTORISATION', date: '2025-06-02' }, 'REPONSE_INCONNUE'],
    [{ ...cdd, nature: 'STAGE', fin: null }, 'NATURE_INCONNUE'],
    [{ ...cdd, nature: null }, 'NATURE_INCONNUE'],
    [{ ...cdd, fin: null }, 'CHAMP_MANQUANT'],
    [{ ...cdd, nature: 'CTT', fin: null }, 'CHAMP_MANQUANT'],
    [{ ...cdd, nature: 'CDI' }, 'CDI_AVEC_TERME'],
  ])('%j : %s', (evenement, code) => {
    expect(rejet(evenement)).toBe(code);
  });
  it('une période d’un seul jour, ou dont on ne connaît qu’un bout, n’est pas inversée', () => {
    const jour = { debut: '2025-06-02', fin: '2025-06-02' };
    expect(rejet({ type: 'CONGES', ...jour })).toBeNull();
    expect(rejet({ type: 'PSP_VALIDE', date: '2025-06-01', fin: '0001-01-01' })).toBeNull();
    expect(rejet({ type: 'PSP_VALIDE', date: '2025-06-01', debut: '9999-12-31' })).toBeNull();
  });
  it('une réponse inconnue est bien formée : c’est une règle qui la rejette', () => {
    const brut = { type: 'REPONSE_SALARIE', date: '2025-06-02', reponse: 'PEUT_ETRE' };
    expect(verifierForme(brut)).toEqual({ ok: true, evenement: brut });
    expect(verifierForme({ ...brut, reponse: null })).toEqual({ ok: true, evenement: { ...brut, reponse: '' } });
  });
  it.each([0, -3, 2.5, '112', {}, null])('une durée légale de %j vaut absente', (dureeLegaleJours) => {
    const conge = { type: 'CONGE_MATERNITE', debut: '2025-06-01', fin: '2025-06-10' };
    expect(verifierForme({ ...conge, dureeLegaleJours })).toEqual({ ok: true, evenement: conge });
  });
  it('un identifiant de contrat est un texte ou un nombre', () => {
    const id = (contratId: unknown) => {
      const forme = verifierForme({ ...cdd, contratId });
      return forme.ok ? (forme.evenement as Evenement & { contratId?: string }).contratId : null;
    };
    expect([id('c1'), id(5), id(''), id({}), id(null)]).toEqual(['c1', '5', '', undefined, undefined]);
  });
  it('une rémunération inférieure se déclare par vrai, rien d’autre', () => {
    expect(verifierForme({ ...cdd, remunerationInferieure: 'oui' })).toEqual({ ok: true, evenement: cdd });
  });
});

it('les dates d’un événement lu sont des dates civiles', () => {
  const lu = definitions.PSP_VALIDE.schema.parse({ type: 'PSP_VALIDE', date: '2025-06-01' });
  expect(lu).toEqual({ type: 'PSP_VALIDE', date: dateCivile('2025-06-01') });
});
