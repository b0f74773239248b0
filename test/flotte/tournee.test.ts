import { eq, sql } from 'drizzle-orm';
import { listerMessages } from '../../client/local/boite';
import { lancerTournee } from '../../client/usages/lancer-tournee';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { MomentFlotte } from '../../domain/flotte/flotte';
import {
  bilanTournee,
  bloquerCourriers,
  consignerActualisation,
  courriersDuDossier,
  debloquerCourriers,
  lireContenu,
  listerTaches,
} from '../../registre';
import { dossiers } from '../../registre/schema';
import { peuplerFlotte } from '../outils/flotte';
import { attendreQue } from '../outils/pile';
import { type Voyage, voyager } from '../outils/voyage';

// 25 janvier 2026, 9 h à Paris : le CSP inventé court du 25/03/2025 au 24/03/2026.
const le = (instant: string) => new Date(instant);
const MOIS = '2026-01';
const OUVERTURE = { moment: 'OUVERTURE', mois: MOIS } as const;
const RAPPEL = { moment: 'RAPPEL', mois: MOIS } as const;

describe('les tournées d’un mois, sur le serveur qui saute le temps', () => {
  let voyage: Voyage;
  let numeros: string[];
  const dire = { motif: 'essai', par: 'essai' };

  const lancer = (moment: MomentFlotte) => lancerTournee(voyage.banc.client, moment, MOIS);
  // Not `result()`, which lets the simulated clock run for years once nothing but an activity is under way.
  const finie = async (moment: MomentFlotte, quand: string) => {
    await voyage.banc.avancer(le(quand));
    const poignee = voyage.banc.client.workflow.getHandle(`tournee-${moment.toLowerCase()}-${MOIS}`);
    await attendreQue(
      'la tournée est finie',
      async () => (await poignee.describe()).status.name === 'COMPLETED',
      20_000,
    );
  };
  const statuts = async (rang: number) =>
    (await courriersDuDossier(voyage.banc.registre, numeros[rang - 1]!)).map((c) => `${c.base} ${c.statut}`);

  const finir = (rang: number, fin: string) =>
    voyage.banc.registre.db.execute(
      sql`update dossiers set terme = ${fin}, situation = jsonb_set(situation, '{resultat,dateFinCsp}', ${JSON.stringify(fin)})
        where numero = ${numeros[rang - 1]!}`,
    );

  beforeAll(async () => {
    voyage = await voyager('2026-01-25');
    numeros = await peuplerFlotte(voyage.banc.registre, {
      combien: 13,
      jour: '2026-01-20',
      variante: (rang) => {
        switch (rang) {
          case 2:
            return { residence: 'la-reunion' };
          case 3:
            return { residence: 'guadeloupe' };
          case 4:
            return { etat: 'SUIVI_EMPLOI' };
          case 5:
            return { identite: { email: undefined, telephone: '06 39 98 00 05' } };
          case 6:
            return { identite: { email: undefined, telephone: undefined } };
          case 13:
            return { etat: 'REINSCRIT' };
          case 7:
            return { identite: { canalPrefere: 'SMS', telephone: '06 39 98 00 07' } };
          default:
            return {};
        }
      },
    });
    const { registre } = voyage.banc;
    // 4 : son CSP a fini avant ce mois ; 13 : pendant ce mois.
    await finir(4, '2025-12-20');
    await finir(13, '2026-01-05');
    // 8 : décès signalé ; 9 : déjà actualisé ; 10 : son CSP finit avant ce mois.
    await registre.db.execute(
      sql`update dossiers set situation = jsonb_set(situation, '{decesSignale}', 'true') where numero = ${numeros[7]!}`,
    );
    await consignerActualisation(
      registre,
      { numero: numeros[8]!, mois: MOIS, le: '2026-01-28' as DateCivile, auteur: 'essai' },
      le('2026-01-25T09:00:00Z'),
    );
    await registre.db.execute(
      sql`update dossiers set situation = jsonb_set(situation, '{resultat,actualisations}', '[{"mois":"2025-12"}]') where numero = ${numeros[9]!}`,
    );
  });
  afterAll(() => voyage?.fermer());

  it('suspendus, les courriers attendent ; repris, ils partent à l’heure de chaque zone', async () => {
    const { banc } = voyage;
    const portee = { code: 'RAPPEL_ACTUALISATION', agence: null };
    await bloquerCourriers(banc.registre, { ...portee, ...dire }, await banc.maintenant());
    await lancer('OUVERTURE');
    await banc.avancer(le('2026-01-28T07:30:00Z'));
    expect(await listerMessages(banc.boite)).toHaveLength(0);
    // La Réunion, puis Paris.
    expect(await statuts(2)).toEqual([`${MOIS}-OUVERTURE RETENU`]);
    expect(await statuts(1)).toEqual([`${MOIS}-OUVERTURE RETENU`]);
    expect(await statuts(3)).toEqual([]);

    await debloquerCourriers(banc.registre, { ...portee, ...dire }, await banc.maintenant());
    await banc.avancer(le('2026-01-28T11:30:00Z'));
    expect(await statuts(1)).toEqual([`${MOIS}-OUVERTURE PARTI`]);
    expect(await statuts(2)).toEqual([`${MOIS}-OUVERTURE PARTI`]);
    expect(await statuts(3)).toEqual([]);
    await finie('OUVERTURE', '2026-01-28T12:10:00Z');
    expect(await statuts(3)).toEqual([`${MOIS}-OUVERTURE PARTI`]);
    const [antilles] = await courriersDuDossier(banc.registre, numeros[2]!);
    expect(antilles!.partiLe!.getTime()).toBeGreaterThanOrEqual(le('2026-01-28T12:00:00Z').getTime());
  });

  it('sert chacun une fois, par son canal ; ni les absents du mois, ni un décès signalé', async () => {
    const { banc } = voyage;
    expect(await bilanTournee(banc.registre, OUVERTURE)).toEqual({ EN_TACHE: 1, PARTI: 8 });
    for (const rang of [4, 8, 9, 10]) expect(await statuts(rang)).toEqual([]);
    const canaux = await Promise.all(
      [1, 5, 7].map(async (rang) => (await courriersDuDossier(banc.registre, numeros[rang - 1]!))[0]!.envois[0]!.canal),
    );
    expect(canaux).toEqual(['EMAIL', 'SMS', 'SMS']);
    const messages = await listerMessages(banc.boite);
    const adresses = messages.map((m) => /personne(\d+)@/.exec(m.to)?.[1]);
    expect(adresses.sort()).toEqual(['1', '11', '12', '13', '2', '3']);
    expect(messages[0]!.subject).toMatch(/^Actualisation de janvier 2026/);
    expect(await listerTaches(banc.registre, { numero: numeros[5]! })).toMatchObject([
      { cle: `${numeros[5]}/ADRESSE_MANQUANTE/EMAIL+SMS`, statut: 'A_FAIRE' },
    ]);
    // Relu tel qu'il est parti.
    const [lettre] = await courriersDuDossier(banc.registre, numeros[0]!);
    const texte = await lireContenu(banc.registre, lettre!.envois[0]!.texteSha256!);
    expect(texte!.octets.toString('utf8')).toContain(numeros[0]!);
  });

  it('relancée, elle ne sert personne deux fois', async () => {
    await lancer('OUVERTURE');
    await finie('OUVERTURE', '2026-01-28T13:00:00Z');
    expect(await listerMessages(voyage.banc.boite)).toHaveLength(6);
  });

  it('le rappel insiste quand le serveur refuse, et renonce à la clôture', async () => {
    const { banc } = voyage;
    await consignerActualisation(
      banc.registre,
      { numero: numeros[10]!, mois: MOIS, le: '2026-02-02' as DateCivile, auteur: 'essai' },
      await banc.maintenant(),
    );
    await lancer('RAPPEL');
    await banc.avancer(le('2026-02-12T06:30:00Z'));
    await banc.couperSmtp();
    await banc.avancer(le('2026-02-12T09:00:00Z'));
    expect(await statuts(1)).toEqual([`${MOIS}-OUVERTURE PARTI`, `${MOIS}-RAPPEL A_REPRENDRE`]);
    await banc.retablirSmtp();
    await banc.avancer(le('2026-02-12T10:30:00Z'));
    expect(await statuts(1)).toEqual([`${MOIS}-OUVERTURE PARTI`, `${MOIS}-RAPPEL PARTI`]);
    await banc.couperSmtp();
    await finie('RAPPEL', '2026-02-16T08:00:00Z');
    await banc.retablirSmtp();
    // La Guadeloupe n'a jamais pu être servie : le rappel a perdu son utilité le 15 au soir.
    expect(await statuts(3)).toEqual([`${MOIS}-OUVERTURE PARTI`, `${MOIS}-RAPPEL PERIME`]);
    expect(await bilanTournee(banc.registre, RAPPEL)).toEqual({ EN_TACHE: 1, PARTI: 6, PERIME: 1 });
    expect(await statuts(11)).toEqual([`${MOIS}-OUVERTURE PARTI`]);
  });

  it('le 16, chaque actualisation manquée devient une tâche, que son enregistrement classe', async () => {
    const { banc } = voyage;
    await lancer('CLOTURE');
    await finie('CLOTURE', '2026-02-16T09:00:00Z');
    const cle = (rang: number) => `${numeros[rang - 1]}/ACTUALISATION_MANQUEE/${MOIS}`;
    const taches = (await listerTaches(banc.registre)).filter((t) => t.type === 'ACTUALISATION_MANQUEE');
    expect(taches.map((t) => t.cle).sort()).toEqual([1, 2, 3, 5, 6, 7, 12].map(cle).sort());
    expect(taches.find((t) => t.cle === cle(1))!.libelle).toBe(
      'Actualisation de janvier 2026 : rien n’est consigné. Ouverte le 28/01/2026 (courrier le 28/01/2026, rappel le 12/02/2026), ' +
        'close le 15/02/2026. Faire le point avec la personne : rien n’en découle sans une décision.',
    );
    await consignerActualisation(
      banc.registre,
      { numero: numeros[0]!, mois: MOIS, le: '2026-02-14' as DateCivile, auteur: 'essai' },
      await banc.maintenant(),
    );
    const [classee] = (await listerTaches(banc.registre, { numero: numeros[0]! })).filter((t) => t.cle === cle(1));
    expect(classee).toMatchObject({ statut: 'FAITE', faitePar: 'jalon' });
    const [dossier] = await banc.registre.db.select().from(dossiers).where(eq(dossiers.numero, numeros[1]!));
    expect(dossier!.etat).toBe('EN_CSP');
  });
});
