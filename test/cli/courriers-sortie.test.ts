import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateCivile } from '../../domain/calendrier/dates';
import { preparerCourrier } from '../../registre';
import { type Banc, MAINTENANT, ouvrirBanc } from '../web/banc';
import { lancer } from './jalon';

let banc: Banc;
let sortie: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  sortie = mkdtempSync(join(tmpdir(), 'jalon-sortie-'));
});
afterAll(async () => {
  await banc?.fermer();
  rmSync(sortie, { recursive: true, force: true });
});

it('deux lettres de même code et de même jour, l’une corrigeant l’autre, ont chacune leurs fichiers', async () => {
  const numero = await banc.ouvrir('sortie');
  for (const base of ['2025-07-10-v2', '2025-07-10-v3']) {
    const lettre = {
      ...{ cle: `${numero}/PROLONGATION/BENEFICIAIRE/${base}`, numero, code: 'PROLONGATION' as const, base },
      ...{ destinataire: 'BENEFICIAIRE' as const, datePrevue: dateCivile('2025-07-10'), canal: 'EMAIL' as const },
      ...{ adresse: 'eloise.oeuvrard@example.org', messageId: `<${base}@example.org>`, objet: 'Nouvelle date' },
      ...{ gabarit: 'ESSAI@1', donnees: {}, texte: `Lettre ${base}`, html: null, pdf: null, nomPdf: null },
    };
    await preparerCourrier(banc.registre, lettre, MAINTENANT);
  }
  const { statut, texte } = await lancer(['courriers', numero, '--sortie', sortie], {
    env: { JALON_REGISTRE_URL: banc.url },
  });
  const fichiers = readdirSync(sortie).sort();
  expect([statut, fichiers]).toEqual([
    0,
    ['2025-07-10-PROLONGATION-beneficiaire-1-email.txt', '2025-07-10-PROLONGATION-beneficiaire-bis2-1-email.txt'],
  ]);
  expect(fichiers.map((f) => readFileSync(join(sortie, f), 'utf8')).sort()).toEqual([
    'Lettre 2025-07-10-v2',
    'Lettre 2025-07-10-v3',
  ]);
  expect(texte.match(/Écrit/g)).toHaveLength(2);
});
