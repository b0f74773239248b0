import { sql } from 'drizzle-orm';
import type { DateCivile } from '../../domain/calendrier/dates';
import { baseTournee } from '../../domain/catalogue/cle-courrier';
import type { TourneeEcrite } from '../../domain/flotte/flotte';
import {
  bilanTournee,
  bloquerRappels,
  cleFlotte,
  completerPoint,
  completerRemises,
  courriersDuDossier,
  debloquerRappels,
  type LettreDeLot,
  lireContenu,
  pageConcernes,
  preparerLot,
  preparerPoint,
  retenir,
} from '../../registre';
import { peuplerFlotte } from '../outils/flotte';
import { personnesInventees } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const TOURNEE = { moment: 'OUVERTURE', mois: '2025-09' } as const;
const heure = (minutes: number, secondes = 0) => new Date(Date.UTC(2025, 8, 28, 8, minutes, secondes));

describe('les courriers d’une tournée, par lots', () => {
  let base: RegistreDeTest;
  let numeros: string[];
  beforeAll(async () => {
    base = await ouvrirRegistreDeTest();
    numeros = await peuplerFlotte(base.registre, { combien: 6 });
  });
  afterAll(() => base?.fermer());

  const lire = async (tournee: TourneeEcrite) =>
    (await pageConcernes(base.registre, tournee, { zones: ['metropole'], apres: null, taille: 100 })).lignes;
  const lettres = async (tournee: TourneeEcrite = TOURNEE): Promise<LettreDeLot[]> =>
    (await lire(tournee)).map(({ numero, version, personnes }) => ({
      ...{ numero, version, cle: cleFlotte(numero, tournee), base: baseTournee(tournee), canal: 'EMAIL' as const },
      ...{ datePrevue: '2025-09-28' as LettreDeLot['datePrevue'], adresse: personnes.identite.email! },
      ...{ messageId: `<${numero}@example.org>`, objet: 'Actualisation', gabarit: 'ESSAI@1', donnees: { numero } },
      ...{ texte: `Bonjour ${numero}`, html: null },
    }));
  const preparer = async (lot: LettreDeLot[], quand: Date) =>
    (await preparerLot(base.registre, TOURNEE, lot, quand)).aRemettre;
  const deces = (rang: number) =>
    base.registre.db.execute(
      sql`update dossiers set version = version + 1, situation = jsonb_set(situation, '{decesSignale}', 'true') where numero = ${numeros[rang - 1]!}`,
    );

  it('un fait venu depuis la lecture est relu dans la transaction qui écrit la clé', async () => {
    const lot = await lettres();
    expect(lot).toHaveLength(6);
    await deces(6);
    const partants = await preparer(lot, heure(0));
    expect(partants.map((l) => l.numero)).toEqual(numeros.slice(0, 5));
    expect(await courriersDuDossier(base.registre, numeros[5]!)).toEqual([]);
  });

  it('ce qu’un autre processus remet peut-être encore n’est pas repris ; une minute après, c’est incertain et reparti', async () => {
    const lot = await lettres();
    expect(await preparer(lot, heure(0, 30))).toEqual([]);
    const [premier, ...autres] = lot;
    await completerRemises(
      base.registre,
      [{ cle: premier!.cle, rang: 1, statut: 'PARTI', reponse: '250' }],
      heure(0, 40),
    );
    const repris = await preparer(await lettres(), heure(1, 10));
    expect(repris.map(({ numero, rang, incertain }) => [numero, rang, incertain])).toEqual(
      autres.slice(0, 4).map(({ numero }) => [numero, 2, true]),
    );
    const [lettre] = await courriersDuDossier(base.registre, numeros[1]!);
    expect(lettre).toMatchObject({ statut: 'EN_REMISE', incertain: true });
    expect(lettre!.envois.map((e) => e.statut)).toEqual(['INCERTAIN', 'EN_REMISE']);
  });

  it('ce qui est parti le reste, même dit deux fois ; ce qui a échoué garde son rang', async () => {
    const envoi = (rang: number) => ({ cle: cleFlotte(numeros[rang - 1]!, TOURNEE), rang: 2 });
    await completerRemises(
      base.registre,
      [
        { ...envoi(2), statut: 'PARTI', reponse: '250' },
        { ...envoi(3), statut: 'ECHEC', erreur: 'réponse SMTP 451 à DATA' },
      ],
      heure(2),
    );
    await completerRemises(base.registre, [{ ...envoi(2), statut: 'ECHEC', erreur: 'trop tard' }], heure(3));
    expect(await bilanTournee(base.registre, TOURNEE)).toEqual({ A_REPRENDRE: 1, EN_REMISE: 2, PARTI: 2 });
    const [repris] = await preparer(await lettres(), heure(2, 5));
    expect(repris).toMatchObject({ numero: numeros[2], rang: 2, incertain: false });
    const [lettre] = await courriersDuDossier(base.registre, numeros[2]!);
    expect(lettre!.envois.at(-1)).toMatchObject({ rang: 2, tentatives: 2, statut: 'EN_REMISE', erreur: null });
    const texte = await lireContenu(base.registre, lettre!.envois.at(-1)!.texteSha256!);
    expect(texte!.octets.toString('utf8')).toBe(`Bonjour ${numeros[2]}`);
  });

  it('retenu pendant qu’il partait, il est parti : il ne repartira pas', async () => {
    const cle = cleFlotte(numeros[2]!, TOURNEE);
    const retenue = { cle, numero: numeros[2]!, motif: 'essai', par: 'conseillere-1' };
    await retenir(base.registre, retenue, heure(2, 6));
    expect(await preparer(await lettres(), heure(2, 7))).toEqual([]);
    await completerRemises(base.registre, [{ cle, rang: 2, statut: 'PARTI', reponse: '250' }], heure(2, 8));
    const [lettre] = await courriersDuDossier(base.registre, numeros[2]!);
    expect(lettre).toMatchObject({ statut: 'PARTI', partiLe: heure(2, 8) });
  });

  it('un point du matin repris garde le Message-ID de son premier essai, quel que soit le domaine du jour', async () => {
    const { referent, agence } = personnesInventees;
    const visee = { referent: referent.id, jour: '2025-09-29' as DateCivile };
    const point = {
      ...visee,
      agence: agence.id,
      lecteur: null,
      adresse: referent.email,
      gabarit: 'POINT@1',
      objet: 'Point du matin',
    };
    const sous = (domaine: string) => ({ ...point, messageId: `<point@${domaine}>`, texte: domaine, html: domaine });
    const preparer = (domaine: string, minutes: number) => preparerPoint(base.registre, sous(domaine), heure(minutes));
    expect(await preparer('example.org', 0)).toMatchObject({ suite: 'A_ENVOYER', messageId: '<point@example.org>' });
    await completerPoint(base.registre, visee, { statut: 'ECHEC', erreur: 'réponse SMTP 451' }, heure(1));
    const echoue = { suite: 'A_ENVOYER', messageId: '<point@example.org>', texte: 'neuf.example.org' };
    expect(await preparer('neuf.example.org', 2)).toMatchObject(echoue);
    const coupe = { suite: 'INCERTAIN', messageId: '<point@example.org>', texte: 'neuf.example.org' };
    expect(await preparer('encore.example.org', 10)).toMatchObject(coupe);
  });

  it('le rappel du mois attend pour qui n’en veut pas, et pour elle seule ; il part une fois qu’elle en veut', async () => {
    const { registre } = base;
    const octobre = { moment: 'OUVERTURE', mois: '2025-10' } as const;
    const le28 = new Date('2025-10-28T08:00:00Z');
    const lot = (await lettres(octobre)).slice(0, 2);
    const partants = async () => {
      const { aRemettre, retenus } = await preparerLot(registre, octobre, lot, le28);
      return [aRemettre.map((l) => l.numero), retenus];
    };
    const [numero, autre] = lot.map((l) => l.numero);
    const stop = { numero: numero!, jusquau: '2025-10-28' as DateCivile, motif: 'essai', par: 'essai' };
    await bloquerRappels(registre, stop, le28);
    expect(await partants()).toEqual([[autre], 1]);
    await debloquerRappels(registre, numero!, 'essai', le28);
    expect(await partants()).toEqual([[numero], 0]);
  });
});
