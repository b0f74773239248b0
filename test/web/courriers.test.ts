import { dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import {
  completerCourrier,
  type EnvoiPrepare,
  lireDossier,
  preparerCourrier,
  retenuesEnCours,
  tracesDuDossier,
} from '../../registre';
import { type Banc, champsDuFormulaire, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

const evenements: Evenement[] = [{ type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' }];

let banc: Banc;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  numero = await banc.ouvrir('courriers', evenements, { dateReprise: dateCivile('2025-07-10') });
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const lire = (adresse: string) => lirePage(banc, adresse);
const retenir = () => `/dossiers/${numero}/courriers/retenir`;
const liberer = () => `/dossiers/${numero}/courriers/liberer`;
const cleDe = async (code: string) =>
  (await lireDossier(banc.registre, numero))!.situation!.courriers.find((c) => c.code.startsWith(code))!.cle;

describe('retenir un courrier', () => {
  it('dit quand il partira et par quels canaux', async () => {
    const { texte } = await lire(`/dossiers/${numero}`);
    expect(texte).toMatch(/Partira le \d{2}\/\d{2}\/\d{4}, par e-mail/);
  });

  it('se retient avec un motif, se voit, puis se libère ; chaque acte laisse une trace', async () => {
    const cle = await cleDe('C13');
    const retenu = await banc.poster(retenir(), { cle, motif: 'adresse à vérifier' });
    expect([retenu.status, retenu.headers.get('location')]).toEqual([
      303,
      `/dossiers/${numero}?courrier=retenu#courriers`,
    ]);
    expect(await retenuesEnCours(banc.registre, numero)).toMatchObject([
      { cle, motif: 'adresse à vérifier', par: 'conseillere-1' },
    ]);
    const { texte, html } = await lire(`/dossiers/${numero}?courrier=retenu`);
    expect(texte).toContain('Le courrier est retenu : il ne partira pas avant d’être libéré.');
    expect(texte).toMatch(/retenu par Compte conseillere-1, le 10\/07\/2025 à 11 h : adresse à vérifier/);

    const libere = await banc.poster(liberer(), champsDuFormulaire(html, liberer()));
    expect(libere.status).toBe(303);
    expect(await retenuesEnCours(banc.registre, numero)).toEqual([]);
    expect((await banc.poster(liberer(), { cle })).status).toBe(303);
    const actes = (await tracesDuDossier(banc.registre, numero)).map((t) => t.acte);
    expect(actes.filter((a) => a.endsWith('_COURRIER'))).toEqual(['RETENIR_COURRIER', 'LIBERER_COURRIER']);
  });

  it('un motif refusé se retrouve où il a été tapé, sur le courrier qu’il disait', async () => {
    const cle = await cleDe('C13');
    const trop = `${'long '.repeat(100)}fin`;
    const reponse = await banc.poster(retenir(), { _formulaire: 'retenir', cle, motif: trop });
    const html = await reponse.text();
    expect([reponse.status, texteDe(html)]).toEqual([400, expect.stringContaining('Le motif est trop long : 500')]);
    expect(html.split(`value="${trop}"`)).toHaveLength(2);
    const sonFormulaire = html.slice(html.lastIndexOf('<details class="retenir" open', html.indexOf(trop)));
    expect(sonFormulaire.slice(0, sonFormulaire.indexOf(trop))).toContain(`value="${cle}"`);
    expect(await retenuesEnCours(banc.registre, numero)).toEqual([]);
  });

  it('refuse sans motif, un courrier qui n’est plus à partir, ou celui d’un autre dossier', async () => {
    const cle = await cleDe('C13');
    expect((await banc.poster(retenir(), { cle, motif: '  ' })).status).toBe(400);
    expect((await banc.poster(retenir(), { cle: await cleDe('C01'), motif: 'trop tard' })).status).toBe(400);
    expect((await banc.poster(retenir(), { cle: '2025-000009-99/C13/X/Y', motif: 'ailleurs' })).status).toBe(400);
    expect((await banc.poster(liberer(), { cle: '2025-000009-99/C13/X/Y' })).status).toBe(404);
    expect(await retenuesEnCours(banc.registre, numero)).toEqual([]);
  });
});

describe('ce qui est parti', () => {
  const preparer = (code: string, plus: Partial<EnvoiPrepare>) => {
    const base = '2025-07-01';
    const envoi: EnvoiPrepare = {
      cle: `${numero}/${code}/BENEFICIAIRE/${base}`,
      numero,
      code,
      destinataire: 'BENEFICIAIRE',
      base,
      datePrevue: dateCivile(base),
      canal: 'EMAIL',
      adresse: 'eloise.oeuvrard@example.org',
      messageId: `<${code}@example.org>`,
      objet: 'Objet du courrier',
      gabarit: `${code}@1`,
      donnees: {},
      texte: 'Bonjour',
      html: null,
      pdf: null,
      nomPdf: null,
      ...plus,
    };
    return preparerCourrier(banc.registre, envoi, MAINTENANT).then(({ rang }) => ({ cle: envoi.cle, rang }));
  };

  it('chaque canal dit ce qu’il est devenu, avec les octets exacts de ce qui est parti', async () => {
    const ics = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    const email = await preparer('RDV_CONVOCATION', { ics });
    await completerCourrier(
      banc.registre,
      email.cle,
      { rang: email.rang, statut: 'REJETE', erreur: '550 5.1.1 inconnu' },
      MAINTENANT,
    );
    const poste = await preparer('RDV_CONVOCATION', {
      canal: 'COURRIER',
      adresse: '1 rue des Essais, 75001 Paris',
      recommande: true,
    });
    await completerCourrier(
      banc.registre,
      poste.cle,
      { rang: poste.rang, statut: 'PARTI', reponse: '2025-07-10/1.pdf' },
      MAINTENANT,
    );
    const { texte, html } = await lire(`/dossiers/${numero}`);
    expect(texte).toContain('Objet du courrier, par e-mail : adresse refusée le 10/07/2025 à 11 h (550 5.1.1 inconnu)');
    expect(texte).toContain('Objet du courrier, par courrier recommandé le 10/07/2025 à 11 h');
    const invitation = /href="([^"]*)">Agenda</.exec(html)![1]!;
    const reponse = await banc.app.request(`http://127.0.0.1:3000${invitation}`);
    expect(reponse.headers.get('content-disposition')).toContain('agenda.ics');
    expect(Buffer.from(await reponse.arrayBuffer()).toString()).toBe(ics);
  });

  it('ce qui attend d’être lu par le référent lui est confié, sans mot de courrier ni d’échec', async () => {
    const tache = await preparer('C14_ABSENCE_REINSCRIPTION', { destinataire: 'CONSEILLER', canal: 'COURRIER' });
    const echec = { rang: tache.rang, statut: 'ECHEC', erreur: 'à lire par le référent' } as const;
    await completerCourrier(banc.registre, tache.cle, echec, MAINTENANT);
    const { texte } = await lire(`/dossiers/${numero}`);
    expect(texte).toContain('Objet du courrier, confié au référent');
    expect(texte).not.toContain('à lire par le référent');
  });

  it('un envoi interrompu dit qu’il a pu être reçu deux fois', async () => {
    await preparer('ATELIER_INSCRIPTION', {});
    const second = await preparer('ATELIER_INSCRIPTION', {});
    await completerCourrier(
      banc.registre,
      second.cle,
      { rang: second.rang, statut: 'PARTI', reponse: '250' },
      MAINTENANT,
    );
    const { texte } = await lire(`/dossiers/${numero}`);
    expect(texte).toContain('interrompu sans réponse, peut-être reçu quand même');
    expect(texte).toContain('la personne l’a peut-être reçu deux fois');
  });
});
