import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { SMTPServer } from 'smtp-server';
import { creerSmsEnFichiers } from '../../activities/canaux/sms';
import { creerActivitesFlotte } from '../../activities/flotte';
import { creerPostier, type Postier } from '../../activities/postier';
import { ecouter } from '../../client/local/ecouter';
import { portLibre } from '../../client/local/ports';
import { courriersDuDossier, liberer, listerTaches, retenir } from '../../registre';
import { peuplerFlotte } from '../outils/flotte';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

/** Refuses for good, or for now, the addresses that a test says. */
async function relaisDifficile(port: number) {
  const refus = new Map<string, number>();
  const serveur = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, closeTimeout: 500 },
    onRcptTo({ address }, _session, suite) {
      const code = refus.get(address);
      suite(code === undefined ? null : Object.assign(new Error('refus'), { responseCode: code }));
    },
    onData(flux, _session, accuser) {
      flux.on('end', () => accuser(null, 'recu')).resume();
    },
  });
  await ecouter(serveur, port);
  return { refus, arreter: () => new Promise<void>((fini) => serveur.close(() => fini())) };
}

describe('une tournée devant un relais qui refuse', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-refus-'));
  let base: RegistreDeTest;
  let relais: Awaited<ReturnType<typeof relaisDifficile>>;
  let postier: Postier;
  let numeros: string[];
  let heure: Date;

  const passe = (passes: number) => {
    const { tourner } = creerActivitesFlotte({
      ...{ registre: base.registre, postier, sms: creerSmsEnFichiers(join(dossier, 'sms')) },
      ...{ domaine: 'jalon.example.org', envoi: 'fenetre', parSeconde: 1_000, url: null },
      horloge: () => heure,
    });
    const demande = {
      moment: 'OUVERTURE' as const,
      mois: null,
      maintenant: heure.toISOString(),
      curseur: null,
      passes,
    };
    return new MockActivityEnvironment().run(tourner, demande);
  };
  const lettre = async (rang: number) => {
    const [seule] = await courriersDuDossier(base.registre, numeros[rang - 1]!);
    return `${seule!.statut} ${seule!.envois.map((e) => `${e.canal}:${e.statut}:${e.tentatives}`).join(' ')}`;
  };

  beforeAll(async () => {
    const port = await portLibre();
    relais = await relaisDifficile(port);
    postier = creerPostier({ url: `smtp://127.0.0.1:${port}` }, 'Jalon <ne-pas-repondre@example.org>');
    base = await ouvrirRegistreDeTest();
    numeros = await peuplerFlotte(base.registre, {
      combien: 5,
      variante: (rang) => ({ identite: rang === 1 ? { telephone: '06 39 98 00 01' } : { telephone: undefined } }),
    });
  });
  afterAll(async () => {
    postier?.fermer();
    await relais?.arreter();
    await base?.fermer();
    rmSync(dossier, { recursive: true, force: true });
  });

  it('une adresse refusée pour de bon passe au SMS, ou à une tâche ; les autres ne sont pas touchés', async () => {
    relais.refus.set('personne1@example.org', 550).set('personne2@example.org', 550).set('personne3@example.org', 451);
    await retenir(
      base.registre,
      {
        cle: `${numeros[4]}/RAPPEL_ACTUALISATION/BENEFICIAIRE/2025-09-OUVERTURE`,
        numero: numeros[4]!,
        motif: 'essai',
        par: 'essai',
      },
      new Date(),
    );
    heure = new Date('2025-09-28T10:00:00Z');
    const premiere = await passe(0);
    expect(premiere).toEqual({
      mois: '2025-09',
      curseur: null,
      prochain: { quand: '2025-09-28T10:01:05.000Z', libelle: 'Attend une nouvelle tentative' },
      bilan: { A_REPRENDRE: 3, PARTI: 1, RETENU: 1 },
    });
    expect(await lettre(1)).toBe('A_REPRENDRE EMAIL:REJETE:1');
    expect(await lettre(3)).toBe('A_REPRENDRE EMAIL:ECHEC:1');
    expect(await lettre(4)).toBe('PARTI EMAIL:PARTI:1');
    expect(await lettre(5)).toBe('RETENU ');

    relais.refus.delete('personne3@example.org');
    await liberer(
      base.registre,
      `${numeros[4]}/RAPPEL_ACTUALISATION/BENEFICIAIRE/2025-09-OUVERTURE`,
      'essai',
      new Date(),
    );
    heure = new Date('2025-09-28T10:01:00Z');
    expect(await passe(1)).toMatchObject({ prochain: null, bilan: { EN_TACHE: 1, PARTI: 4 } });
    expect(await lettre(1)).toBe('PARTI EMAIL:REJETE:1 SMS:PARTI:1');
    expect(await lettre(2)).toBe('EN_TACHE EMAIL:REJETE:1');
    expect(await lettre(3)).toBe('PARTI EMAIL:PARTI:2');
    expect(await lettre(5)).toBe('PARTI EMAIL:PARTI:1');
    const jour = join(dossier, 'sms', '2025-09-28');
    expect(readFileSync(join(jour, readdirSync(jour)[0]!), 'utf8')).toMatch(
      /^\+33639980001\nAgence .* : Actualisation de septembre 2025/,
    );
    const taches = (await listerTaches(base.registre)).map((t) => t.type).sort();
    expect(taches).toEqual(['ADRESSE_MANQUANTE', 'ADRESSE_REJETEE', 'ADRESSE_REJETEE']);
  });

  it('rejouée, elle ne change rien', async () => {
    heure = new Date('2025-09-28T10:30:00Z');
    expect(await passe(0)).toMatchObject({ prochain: null, bilan: { EN_TACHE: 1, PARTI: 4 } });
  });
});
