import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Banc, monterBanc } from '../../client/local/banc';
import { portLibre } from '../../client/local/ports';
import { demarrerPostgres, type PostgresLocal } from '../../client/local/postgres';
import { ouvrirParcours } from '../../client/usages/ouvrir';
import { planifierRendezVous } from '../../client/usages/planifier-rendez-vous';
import { lireContexte } from '../../client/usages/rendez-vous/contexte';
import { depsRendezVous } from '../../client/usages/rendez-vous/suite';
import { courriersDuDossier, lireDossier, migrer, ouvrirRegistre, type Registre } from '../../registre';
import { idParcours, situation } from '../../workflows/parcours/messages';
import { idRendezVous } from '../../workflows/rendez-vous/messages';
import { dossierInvente, personnesInventees } from '../outils/ouvertures';
import { a9h } from '../outils/voyage';

jest.setTimeout(300_000);

const acceptation = { type: 'REPONSE_SALARIE', date: '2025-03-08', reponse: 'ACCEPTATION' };
const auteur = { auteur: 'essai', confirme: true };

describe('le registre absent soixante-deux heures, d’un vendredi soir à un lundi matin', () => {
  let dossier: string;
  let postgres: PostgresLocal;
  let registre: Registre;
  let banc: Banc;
  let relancer: () => Promise<void>;
  beforeAll(async () => {
    dossier = mkdtempSync(join(tmpdir(), 'jalon-absent-'));
    // Under root, PostgreSQL runs as another account, which must get through.
    await chmod(dossier, 0o711);
    const options = { dossier, port: await portLibre(), durable: false };
    relancer = async () => {
      postgres = await demarrerPostgres(options);
    };
    await relancer();
    await migrer(postgres.url);
    registre = ouvrirRegistre(postgres.url);
    banc = await monterBanc({ registre, depart: a9h('2025-03-03') });
  });
  afterAll(async () => {
    await banc?.fermer();
    await registre?.fermer();
    await postgres?.arreter();
    rmSync(dossier, { recursive: true, force: true });
  });

  const ouvrir = async (nom: string) => {
    const identite = { ...personnesInventees.identite, nom };
    const { numero } = await ouvrirParcours(
      { registre, temporal: banc.client, envoi: 'immediat' },
      {
        dossier: dossierInvente,
        personnes: { ...personnesInventees, identite },
        dateReprise: null,
        evenements: [],
        auteur: 'essai',
      },
      await banc.maintenant(),
    );
    return numero;
  };
  const evenements = async (id: string) => (await banc.client.workflow.getHandle(id).fetchHistory()).events!.length;
  const statut = async (id: string) => (await banc.client.workflow.getHandle(id).describe()).status.name;

  it('aucun parcours ne meurt, aucun fait ne se perd, et l’attente ne coûte rien à l’histoire', async () => {
    const numeros: string[] = [];
    for (const nom of ['Absent', 'Patient', 'Constant']) numeros.push(await ouvrir(nom));
    const saisie = { sorte: 'SUIVI', mode: 'PRESENTIEL', jour: '2025-03-10', heure: '14:00', duree: '30', lieu: 'ici' };
    const deps = depsRendezVous({ registre, temporal: banc.client, envoi: 'immediat' });
    await banc.avancer(a9h('2025-03-04'));
    const contexte = await lireContexte(deps, numeros[0]!);
    await planifierRendezVous(deps, contexte, { id: 'lundi', saisie }, auteur, await banc.maintenant());
    const ids = [...numeros.map(idParcours), idRendezVous('lundi')];
    await banc.avancer(new Date('2025-03-07T19:00:00Z'));
    const avant = await Promise.all(ids.map(evenements));

    await postgres.arreter();
    await banc.avancer(new Date('2025-03-08T09:00:00Z'));
    for (const numero of numeros) {
      const poignee = banc.client.workflow.getHandle(idParcours(numero));
      await poignee.signal('consigner', { id: 'accord', auteur: 'essai', evenement: acceptation });
    }
    await banc.avancer(new Date('2025-03-10T09:00:00Z'));
    const apres = await Promise.all(ids.map(evenements));
    for (const [rang, nombre] of apres.entries()) expect(nombre - avant[rang]!).toBeLessThan(15);
    expect(await Promise.all(ids.map(statut))).toEqual(ids.map(() => 'RUNNING'));

    await relancer();
    await banc.avancer(new Date('2025-03-11T09:00:00Z'));
    for (const numero of numeros) {
      const vue = await banc.client.workflow.getHandle(idParcours(numero)).query(situation);
      expect(vue.issues.accord).toMatchObject({ statut: 'RETENU' });
      expect(await lireDossier(registre, numero)).toMatchObject({ etat: 'ACCEPTE', version: vue.version });
      const lettres = await courriersDuDossier(registre, numero);
      expect(lettres.filter(({ code }) => code === 'C04_ADHESION').map((l) => l.statut)).toEqual(['PARTI', 'PARTI']);
      expect(await evenements(idParcours(numero))).toBeLessThan(80);
    }
  });
});
