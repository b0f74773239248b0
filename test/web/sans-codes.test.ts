import { dateCivile } from '../../domain/calendrier/dates';
import { typesEvenement } from '../../domain/faits/evenements';
import { type Banc, champsDuFormulaire, lirePage, ouvrirBanc, texteDe } from './banc';

let banc: Banc;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  // A protected date, a leave too long, an exclusion that waits, facts set aside: what shows codes.
  numero = await banc.ouvrir('codes', [
    { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' },
    { type: 'CONGES', debut: dateCivile('2025-05-01'), fin: dateCivile('2025-06-20') },
  ]);
  const faits = [
    { type: 'DEMANDE_REINSCRIPTION', date: '2025-07-09' },
    { type: 'SORTIE', date: '2025-07-09', motif: 'MANQUEMENT', faits: 'Absence le 2 juin.' },
    { type: 'REPRISE_EMPLOI', nature: 'CDD', debut: '2025-07-20', fin: '2025-09-20', particulier: true },
  ];
  for (const [rang, evenement] of faits.entries())
    await banc.envoyer(numero, 'consigner', { id: `f${rang}`, auteur: 'conseillere-1', evenement });
  const reglement = { surcharge: { preBilanJours: 10 }, source: 'essai' };
  await banc.envoyer(numero, 'adopterReglement', { id: 'ad', auteur: 'conseillere-1', reglement });
});
afterAll(() => banc?.fermer());

/** Codes and rules that are read outside a sentence: after it, in parentheses, they help whoever writes to us. */
const nus = (texte: string): string[] => [
  ...(texte.replace(/\([^()]*\)/g, ' ').match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? []),
  ...(texte.match(/(?<!règle )\bR\d{1,2}\b/g) ?? []),
];

it('aucune page ne montre un code ou une règle sans ses mots', async () => {
  const dossier = `/dossiers/${numero}`;
  const pages = [
    ...['/', '/taches', '/exploitation', dossier, `${dossier}/evenement`, `${dossier}/rectification`],
    ...['parametres', 'coordonnees', 'referent', 'rappels', 'erreur', 'silence'].map((page) => `${dossier}/${page}`),
    ...['f1'].flatMap((id) => [`${dossier}/confirmation?entree=${id}`, `${dossier}/annulation?entree=${id}`]),
    ...[`${dossier}/rectification?champ=plusieurs`, `${dossier}/rendez-vous/nouveau`],
    ...typesEvenement.map((type) => `${dossier}/evenement?type=${type}`),
  ];
  for (const page of pages) {
    const { statut, texte } = await lirePage(banc, page);
    expect([page, statut, nus(texte)]).toEqual([page, 200, []]);
  }
});

it('un aperçu non plus, ni un refus', async () => {
  const action = `/dossiers/${numero}/evenement/apercu`;
  const { html } = await lirePage(banc, `/dossiers/${numero}/evenement?type=ARRET_MALADIE`);
  for (const [debut, fin] of [
    ['2025-07-01', '2025-12-31'],
    ['2025-07-31', '2025-07-01'],
    ['2024-01-01', '2024-01-10'],
  ]) {
    const reponse = await banc.poster(action, {
      ...champsDuFormulaire(html, action),
      'champ.debut': debut!,
      'champ.fin': fin!,
    });
    expect(nus(texteDe(await reponse.text()))).toEqual([]);
  }
});
