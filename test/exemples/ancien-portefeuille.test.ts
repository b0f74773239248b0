import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { passer } from '../../activities/passe';
import { etudierImpactDuCode } from '../../client/usages/etudier-impact-du-code';
import { dateCivile } from '../../domain/calendrier/dates';
import { appliquer } from '../../domain/parcours/appliquer';
import type { EtatParcours } from '../../domain/parcours/parcours';
import { etatParcours, inscrireOuverture, lireDossier } from '../../registre';
import { dossiers } from '../../registre/schema';
import { lancer } from '../cli/jalon';
import { ouverture } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

/**
 * Examples of the portfolio, opened on 22 November 2026 and looked at until the 24th by the rules 1.0.0: their states, and the letters
 * that those rules saw.
 */
const anciens: { etat: EtatParcours; cles: string[] }[] = JSON.parse(
  readFileSync(join(__dirname, 'etats-1.0.0.json'), 'utf8'),
);
const JOURS = ['2026-11-27', '2026-11-28'];
const REVEIL = new Date(`${JOURS[0]}T09:00:00Z`);

let banc: RegistreDeTest;
const numeros = new Map<string, string>();
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
  for (const { etat, cles } of anciens) numeros.set(etat.numero, await inscrire(etat, cles));
});
afterAll(() => banc?.fermer());

/** The row as that code left it: its letters under its number, nothing of what it did not know. */
async function inscrire({ numero: reference, ...etat }: EtatParcours, cles: string[]): Promise<string> {
  const { dossier, dateReprise, journal: journalInitial } = etat;
  const reste = { dossier, dateReprise, journalInitial };
  const { numero } = await inscrireOuverture(
    banc.registre,
    ouverture(reference, reste),
    new Date('2026-11-22T10:00:00Z'),
  );
  const { issues, courriers, termeAnnonce, changements, version } = JSON.parse(
    JSON.stringify(etat).replaceAll(`"${reference}/`, `"${numero}/`),
  ) as EtatParcours;
  const vus = cles.map((cle) => ({ cle: cle.replace(reference, numero) }));
  const situation = { courriers: vus, ecouteJusquau: null, versionDomaine: '1.0.0' } as never;
  await banc.registre.db
    .update(dossiers)
    .set({ statut: 'OUVERT', version, situation, memoire: { issues, courriers, termeAnnonce, changements } })
    .where(eq(dossiers.numero, numero));
  return numero;
}

/** What leaves when a journey wakes, as `CODE destinataire base`. */
async function auReveil(reference: string, quand: Date): Promise<string[]> {
  const etat = etatParcours((await lireDossier(banc.registre, numeros.get(reference)!))!);
  const demande = { etat, enCours: [], maintenant: quand.toISOString() };
  const reponse = await passer(banc.registre, demande, { envoi: 'immediat' });
  appliquer(etat, reponse, 0);
  return reponse.dus.map(({ code, destinataire, base }) => `${code} ${destinataire} ${base}`);
}

describe('un portefeuille ouvert par un code plus ancien', () => {
  it('on sait d’avance ce que le code enverra, et ce qu’il n’enverra pas', async () => {
    const { registre } = banc;
    const impact = await etudierImpactDuCode({ registre }, { auteur: 'essai', jour: dateCivile('2026-11-27') }, REVEIL);
    expect([impact.parcours, impact.aMettreAJour]).toEqual([anciens.length, anciens.length]);
    const reference = new Map([...numeros].map(([nom, numero]) => [numero, nom]));
    expect(impact.lettres.filter(({ origine }) => origine === 'NOUVELLE')).toEqual([]);
    expect(impact.nonEnvoyees.map(({ numero, code }) => `${reference.get(numero)} ${code}`)).toEqual([
      'EX-10 C05_REFUS',
      'EX-10 C05_REFUS',
      'EX-19 SUSPENSION',
      'EX-21 SUSPENSION',
      'EX-22 SUSPENSION',
      'EX-23 SUSPENSION',
      'EX-26 REINTEGRATION',
      'EX-28 C09_CONVOCATION_BILAN',
      'EX-28 PRIME_DERNIER_MOIS',
      'EX-31 RECTIFICATION',
    ]);
  });

  it('n’écrit à personne au sujet du passé, à son réveil ni après, et ce qui part était annoncé', async () => {
    const partis: string[] = [];
    for (const jour of JOURS) {
      const quand = new Date(`${jour}T09:00:00Z`);
      const { registre } = banc;
      const impact = await etudierImpactDuCode({ registre }, { auteur: 'essai', jour: dateCivile(jour) }, quand);
      const annonces = impact.lettres.map((l) => `${l.numero} ${l.code} ${l.destinataire} ${l.base}`);
      for (const { etat } of anciens) {
        const dus = await auReveil(etat.numero, quand);
        const numero = numeros.get(etat.numero)!;
        expect(dus.map((du) => `${numero} ${du}`)).toEqual(annonces.filter((annonce) => annonce.startsWith(numero)));
        partis.push(...dus.map((du) => `${etat.numero} ${du}`));
      }
    }
    // What the former rules were to send: a reminder of the time to think it over, a refusal by silence after its two days of grace.
    expect([...new Set(partis)].sort()).toEqual([
      'EX-03 C02_RAPPEL_REFLEXION BENEFICIAIRE 2026-11-30-2',
      'EX-04 C05_REFUS BENEFICIAIRE 2026-11-24',
      'EX-04 C05_REFUS EMPLOYEUR 2026-11-24',
    ]);
  });

  it('une lettre qui partirait par le seul fait du code est dite à part, le jour où elle partirait', async () => {
    const { etat, cles } = anciens.find((ancien) => ancien.etat.numero === 'EX-03')!;
    const semblable = JSON.parse(JSON.stringify(etat).replaceAll('EX-03', 'EX-03-BIS')) as EtatParcours;
    // Former rules that knew no such reminder.
    const connues = cles.filter((cle) => !cle.includes('/C02_RAPPEL_REFLEXION/'));
    const numero = await inscrire(
      semblable,
      connues.map((cle) => cle.replace('EX-03', 'EX-03-BIS')),
    );
    const dites: string[] = [];
    for (const jour of JOURS) {
      const options = { env: { JALON_REGISTRE_URL: banc.url }, maintenant: new Date(`${jour}T09:00:00Z`) };
      const { texte, statut } = await lancer(['impact', '--code'], options);
      expect(statut).toBe(0);
      if (texte.includes('aussitôt : 1 du fait de ce code')) dites.push(texte);
    }
    expect(dites).toHaveLength(1);
    expect(dites[0]).toMatch(new RegExp(`${numero} .*2026-11-30-2`));
  });
});
