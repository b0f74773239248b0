import type { Dossier } from '../dossier/dossier';
import { OUVERTURE } from '../droit/regles/de-test/scenario';
import type { Acte } from '../faits/actes';
import type { Evenement } from '../faits/evenements';
import type { EntreeJournal } from '../faits/journal';
import type { EntreeEcrite } from '../faits/relire-journal';
import { accord, entree } from './de-test/parcours';
import { juger } from './juger';

const RECU_LE = '2025-06-02T08:00:00.000Z';
const dossier = OUVERTURE as unknown as Dossier;
const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };

const juges = (acte: Acte, contenu: unknown, journal: EntreeJournal[] = [accord]) =>
  juger({ id: 'm1', acte, contenu, recuLe: RECU_LE }, dossier, journal);
const obtenue = (acte: Acte, contenu: unknown, journal?: EntreeJournal[]): EntreeEcrite => {
  const verdict = juges(acte, contenu, journal);
  if ('refus' in verdict) throw new Error(`${verdict.refus} : ${verdict.phrase}`);
  return verdict.entree;
};
const refus = (acte: Acte, contenu: unknown, journal?: EntreeJournal[]) => {
  const verdict = juges(acte, contenu, journal);
  return 'refus' in verdict ? verdict.refus : null;
};

describe('un message', () => {
  it('entre au journal avec son auteur, son motif et la version qu’il a vue', () => {
    const enveloppe = { auteur: ' ref ', motif: ' pièce reçue ', versionVue: 3 };
    expect(obtenue('consigner', { ...enveloppe, evenement: arret })).toEqual({
      id: 'm1',
      auteur: 'ref',
      enregistreLe: RECU_LE,
      motif: 'pièce reçue',
      versionVue: 3,
      acte: 'consigner',
      evenement: arret,
    });
  });
  it('sans enveloppe, vient de l’opérateur et ne dit rien de plus', () => {
    const nu = { id: 'm1', acte: 'consigner', auteur: 'operateur', enregistreLe: RECU_LE, evenement: arret };
    for (const enveloppe of [{}, { auteur: '  ', motif: '' }, { auteur: 3, motif: null, versionVue: 1.5 }])
      expect(obtenue('consigner', { ...enveloppe, evenement: arret })).toStrictEqual(nu);
  });
  it('trop long, est coupé', () => {
    const { auteur, motif } = obtenue('consigner', {
      auteur: 'a'.repeat(101),
      motif: 'm'.repeat(501),
      evenement: arret,
    });
    expect([auteur.length, motif?.length]).toEqual([100, 500]);
    const coupe = obtenue('consigner', { motif: `${'m'.repeat(499)}😀`, evenement: arret });
    expect(coupe.motif).toBe('m'.repeat(499));
  });
  it('illisible ou mal formé, est refusé avec sa phrase', () => {
    expect([null, 'texte', 4, undefined].map((contenu) => refus('consigner', contenu))).toEqual(
      Array.from({ length: 4 }, () => 'MESSAGE_ILLISIBLE'),
    );
    expect(juges('consigner', { evenement: { type: 'INCONNU' } })).toEqual({
      refus: 'TYPE_INCONNU',
      phrase: expect.stringContaining('existe pas'),
    });
    expect(refus('consigner', {})).toBe('TYPE_INCONNU');
  });
});

describe('annuler', () => {
  const fait = entree('fait', { evenement: arret as Evenement });
  const correction = entree('correction', { evenement: arret, remplace: 'fait' });
  it('vise un fait en vigueur', () => {
    expect(obtenue('annuler', { annule: ' fait ' }, [accord, fait])).toEqual({
      id: 'm1',
      auteur: 'operateur',
      enregistreLe: RECU_LE,
      acte: 'annuler',
      annule: 'fait',
    });
    expect(refus('annuler', { annule: 'autre' }, [accord, fait])).toBe('FAIT_INCONNU');
    expect(refus('annuler', {}, [accord, fait])).toBe('FAIT_INCONNU');
  });
  it('vise la correction, non le fait corrigé', () => {
    expect(refus('annuler', { annule: 'fait' }, [accord, fait, correction])).toBe('FAIT_REMPLACE');
    expect(obtenue('annuler', { annule: 'correction' }, [accord, fait, correction]).annule).toBe('correction');
  });
  it('une rectification dont dépend la validité du dossier ne s’annule pas', () => {
    const rectification = entree('r', { rectification: { residence: 'metropole' } });
    const ailleurs = { ...dossier, residence: 'etranger' };
    const message = { id: 'm1', acte: 'annuler' as const, contenu: { annule: 'r' }, recuLe: RECU_LE };
    expect(juger(message, ailleurs, [rectification])).toMatchObject({ refus: 'RESIDENCE_NON_ELIGIBLE' });
    expect(juger(message, dossier, [rectification])).toMatchObject({ entree: { annule: 'r' } });
  });
});

describe('corriger', () => {
  const fait = entree('fait', { evenement: arret as Evenement });
  const rectification = entree('r', { rectification: { ancienneteMois: 12 } });
  const evenement = { ...arret, fin: '2025-06-12' };
  it('remplace un fait en vigueur', () => {
    expect(obtenue('corriger', { remplace: 'fait', evenement }, [fait])).toMatchObject({ remplace: 'fait', evenement });
  });
  it('ne remplace ni rien, ni un inconnu, ni une rectification', () => {
    for (const remplace of [undefined, 'autre', 'r', ' '])
      expect([remplace, refus('corriger', { remplace, evenement }, [fait, rectification])]).toEqual([
        remplace,
        'FAIT_INCONNU',
      ]);
  });
  it('seul « corriger » remplace', () => {
    expect(obtenue('consigner', { remplace: 'fait', evenement }, [fait])).not.toHaveProperty('remplace');
  });
});

describe('un dossier ouvert par erreur', () => {
  const journal = [
    accord,
    entree('fait', { evenement: arret as Evenement }),
    entree('fermeture', { acte: 'fermerParErreur', motif: 'doublon' }),
  ];
  it('n’admet que l’annulation de sa fermeture', () => {
    expect(obtenue('annuler', { annule: 'fermeture' }, journal)).toMatchObject({ annule: 'fermeture' });
    expect(refus('annuler', { annule: 'fait' }, journal)).toBe('DOSSIER_OUVERT_PAR_ERREUR');
    expect(refus('consigner', { annule: 'fermeture', evenement: arret }, journal)).toBe('DOSSIER_OUVERT_PAR_ERREUR');
  });
});

describe('confirmer (R27)', () => {
  const sortie = (id: string, auteur: string) =>
    entree(id, { auteur, evenement: { type: 'SORTIE', date: '2025-05-02', motif: 'MANQUEMENT' } as Evenement });
  it('demande un autre que l’auteur de ce fait, non que celui d’un autre fait', () => {
    const journal = [accord, sortie('s', 'ana')];
    expect(refus('confirmer', { confirme: 's', auteur: 'ana' }, journal)).toBe('CONFIRMATION_MEME_PERSONNE');
    expect(obtenue('confirmer', { confirme: 's', auteur: accord.auteur }, journal)).toMatchObject({ confirme: 's' });
  });
  it('la confirmation d’un fait n’est pas celle d’un autre', () => {
    const confirmee = entree('c', { auteur: 'chef', confirme: 's' });
    const journal = [accord, sortie('s', 'ana'), confirmee, sortie('s2', 'ana')];
    expect(obtenue('confirmer', { confirme: 's2', auteur: 'chef' }, journal)).toMatchObject({ confirme: 's2' });
  });
  it('ne vise qu’un fait : une rectification du dossier n’en est pas un', () => {
    const rectification = entree('r', { rectification: { ancienneteMois: 12 } });
    expect(refus('confirmer', { confirme: 'r', auteur: 'chef' }, [accord, rectification])).toBe('FAIT_INCONNU');
  });
});

it('adopter des paramètres en demande, sans quoi rien ne se lit', () => {
  for (const reglement of [undefined, null, 'texte', 4])
    expect([reglement, refus('adopterReglement', { reglement })]).toEqual([reglement, 'MESSAGE_ILLISIBLE']);
});

describe('les raccourcis des autres systèmes', () => {
  it('un arrêt maladie n’emporte que ses champs', () => {
    const { type: _, ...champs } = arret;
    const { evenement } = obtenue('arretMaladie', { id: 'x', auteur: 'cpam', motif: 'm', versionVue: 1, ...champs });
    expect(evenement).toEqual(arret);
  });
  it('une reprise d’emploi prend l’identifiant du message, sauf si elle en a un', () => {
    const reprise = { nature: 'CDI', debut: '2025-06-15' };
    expect(obtenue('repriseEmploi', reprise).evenement).toEqual({
      type: 'REPRISE_EMPLOI',
      contratId: 'm1',
      ...reprise,
    });
    expect(obtenue('repriseEmploi', { ...reprise, contratId: 'c' }).evenement).toMatchObject({ contratId: 'c' });
  });
});

describe('rectifier le dossier', () => {
  it('une date rectifiée entraîne le règlement inscrit que la date avait choisi', () => {
    const inscrit = { ...dossier, dateRemise: '2025-04-02', reglement: 'csp-2015-v2025' } as Dossier;
    const rectifier = (champs: object) =>
      juger({ id: 'm1', acte: 'rectifierDossier', contenu: { champs }, recuLe: RECU_LE }, inscrit, []);
    expect(rectifier({ dateRemise: '2025-03-28' })).toMatchObject({
      entree: { rectification: { dateRemise: '2025-03-28', reglement: 'csp-2015-v2021' } },
    });
    expect(rectifier({ dateRemise: '2025-04-03' })).toMatchObject({
      entree: { rectification: { dateRemise: '2025-04-03' } },
    });
    expect(rectifier({ dateRemise: '2001-04-03' })).toMatchObject({ refus: 'AUCUN_REGLEMENT' });
  });
  it('change des champs de l’ouverture', () => {
    expect(obtenue('rectifierDossier', { motif: 'm', champs: { ancienneteMois: 11 } })).toEqual({
      id: 'm1',
      auteur: 'operateur',
      enregistreLe: RECU_LE,
      motif: 'm',
      acte: 'rectifierDossier',
      rectification: { ancienneteMois: 11 },
    });
  });
  it('ne rectifie ni rien ni un champ qui n’existe pas', () => {
    for (const champs of [undefined, null, {}, 'residence', 4])
      expect([champs, refus('rectifierDossier', { champs })]).toEqual([champs, 'RECTIFICATION_VIDE']);
    expect(refus('rectifierDossier', { champs: { ancienneteMois: 11, couleur: 'bleu' } })).toBe(
      'CHAMP_INVALIDE:couleur',
    );
  });
  it('laisse le dossier ouvrable, sinon dit toutes ses erreurs', () => {
    const verdict = juges('rectifierDossier', { champs: { residence: 'etranger', apteEmploi: false } });
    expect(verdict).toEqual({ refus: 'RESIDENCE_NON_ELIGIBLE', phrase: expect.stringMatching(/résidence.*\. .*apte/) });
    const mauvaise = juges('rectifierDossier', { champs: { dateRemise: '2025-02-30' } });
    expect(mauvaise).toMatchObject({ refus: 'DATE_INVALIDE:dateRemise' });
  });
  it('tient compte des paramètres de l’agence et de ceux qu’on a adoptés', () => {
    const message = {
      id: 'm1',
      acte: 'rectifierDossier' as const,
      contenu: { champs: { joursAffiliation: 50 } },
      recuLe: RECU_LE,
    };
    const avec = (surcharge?: object, journal: EntreeJournal[] = []) =>
      'entree' in juger(message, dossier, journal, surcharge);
    const adoption = entree('a', { reglement: { surcharge: { affiliationJours: 40 }, source: 'texte' } });
    expect([
      avec(),
      avec({ affiliationJours: 40 }),
      avec({ affiliationJours: 60 }),
      avec(undefined, [adoption]),
    ]).toEqual([false, true, false, true]);
    expect(avec({ affiliationJours: 60 }, [adoption])).toBe(true);
  });
});

it('confirmer le silence entre au journal', () => {
  expect(obtenue('confirmerSilence', { auteur: 'ref' })).toMatchObject({ auteur: 'ref', acte: 'confirmerSilence' });
});
