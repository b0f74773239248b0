import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { creerActivitesCourriers, creerActivitesParcours, type DemandeRemise } from '../../activities';
import { creerPosteEnFichiers } from '../../activities/canaux/poste';
import { creerSmsEnFichiers } from '../../activities/canaux/sms';
import { creerPostier } from '../../activities/postier';
import type { DateCivile } from '../../domain/calendrier/dates';
import { cleCourrier } from '../../domain/catalogue/cle-courrier';
import type { Numero } from '../../domain/dossier/numero';
import type { Identite, Personnes } from '../../domain/dossier/personnes';
import type { Destinataire } from '../../domain/dossier/resultat';
import type { EntreeJournal } from '../../domain/faits/journal';
import { etatInitial } from '../../domain/parcours/etat-initial';
import type { CourrierDu, EtatParcours, IssueRemise } from '../../domain/parcours/parcours';
import { type CourrierAvecEnvois, inscrireOuverture, lireCourrier, lireDossier, listerTaches } from '../../registre';
import { dossierInvente, ouverture, personnesInventees } from './ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from './registre';
import { demarrerRelais, type Relais } from './relais';
import { type LignePoste, lirePoste, lireSms } from './sorties';

export interface LettreVoulue {
  code: string;
  base: string;
  destinataire?: Destinataire;
}

/** Letters handed over for real, without an engine: a register, a relay, the folders of post and text messages. */
export interface BancDeRemise {
  base: RegistreDeTest;
  relais: Relais;
  dossierPoste: string;
  dossierSms: string;
  /** Milliseconds that have passed since an attempt was asked; a test lets a slow relay take them. */
  passeMs: number;
  /** Opens a dossier as a journey would have left it in the register at an instant. */
  ouvrir(
    a: string,
    reste?: { identite?: Partial<Identite>; personnes?: Partial<Personnes>; journal?: EntreeJournal[] },
  ): Promise<Numero>;
  /** What an attempt asks. */
  demande(numero: Numero, lettre: LettreVoulue, quand: string): DemandeRemise;
  /** One attempt; its failure as an error. `domaine`: that of the settings of the day. */
  remettre(
    numero: Numero,
    lettre: LettreVoulue,
    quand: string,
    reste?: { renvoi?: true; domaine?: string },
  ): Promise<IssueRemise>;
  /** What the register holds of a letter. */
  lire(numero: Numero, lettre: LettreVoulue): Promise<CourrierAvecEnvois>;
  /** Envois of a letter, as `CANAL STATUT`, in order. */
  envois(numero: Numero, lettre: LettreVoulue): Promise<string[]>;
  taches(numero: Numero): Promise<string[]>;
  /** Lines of the mail room's index, of all days. */
  poste(): LignePoste[];
  sms(): string[];
  fermer(): Promise<void>;
}

export const cleDe = (numero: Numero, { code, base, destinataire = 'BENEFICIAIRE' }: LettreVoulue): string =>
  cleCourrier(numero, { code, destinataire, base });

function demande(numero: Numero, lettre: LettreVoulue, quand: string): DemandeRemise {
  const { code, base, destinataire = 'BENEFICIAIRE' } = lettre;
  const date = quand.slice(0, 10) as DateCivile;
  const courrier: CourrierDu = { cle: cleDe(numero, lettre), code, destinataire, base, date };
  return { numero, courrier, maintenant: quand };
}

/** The proposal left on its day: a reminder that leaves with it would say nothing more, and would not. */
function propositionPartie(numero: Numero, a: string): EtatParcours['courriers'] {
  const { dateRemise: date } = dossierInvente;
  if (a.slice(0, 10) === date) return {};
  const lettre = { code: 'C01_PROPOSITION', destinataire: 'BENEFICIAIRE' as const, base: date };
  const le = `${date}T09:00:00.000Z`;
  return { [cleCourrier(numero, lettre)]: { ...lettre, date, statut: 'PARTI', le, tentatives: 1 } };
}

/** @param registreDonne a register that a test stops and starts; one of the place by default */
export async function monterBancDeRemise(registreDonne?: RegistreDeTest): Promise<BancDeRemise> {
  const [base, relais] = await Promise.all([registreDonne ?? ouvrirRegistreDeTest(), demarrerRelais()]);
  const { registre } = base;
  const sorties = mkdtempSync(join(tmpdir(), 'jalon-remise-'));
  const [dossierPoste, dossierSms] = [join(sorties, 'poste'), join(sorties, 'sms')];
  const postier = creerPostier({ url: relais.url }, 'Jalon <jalon@example.org>', 'retours@example.org');
  const sous = (domaine: string) =>
    creerActivitesCourriers({
      registre,
      postier,
      sms: creerSmsEnFichiers(dossierSms),
      poste: creerPosteEnFichiers(dossierPoste),
      domaine,
      horloge: (demande) => new Date(Date.parse(demande.maintenant) + banc.passeMs),
    });
  const { inscrire } = creerActivitesParcours({ registre, envoi: 'immediat' });
  let suivant = 0;
  const banc: BancDeRemise = {
    passeMs: 0,
    base,
    relais,
    dossierPoste,
    dossierSms,
    async ouvrir(a, { identite = {}, personnes = {}, journal = [] } = {}) {
      suivant += 1;
      const toutes = { ...personnesInventees, ...personnes };
      const numeroEtc = await inscrireOuverture(
        registre,
        ouverture(`remise-${suivant}`, {
          personnes: { ...toutes, identite: { ...toutes.identite, ...identite } },
        }),
        new Date(a),
      );
      const { numero } = numeroEtc;
      const { agence, referent } = (await lireDossier(registre, numero))!;
      const etat = etatInitial({ numero, agence, referent, dossier: dossierInvente, dateReprise: null, journal });
      const courriers = { ...etat.courriers, ...propositionPartie(numero, a) };
      await inscrire({ etat: { ...etat, courriers, version: 1 }, taches: [], memoires: {}, maintenant: a });
      return numero;
    },
    demande,
    remettre: (numero, lettre, quand, { domaine = 'example.org', ...reste } = {}) =>
      sous(domaine).remettre({ ...demande(numero, lettre, quand), ...reste }),
    async lire(numero, lettre) {
      const lue = await lireCourrier(registre, cleDe(numero, lettre));
      if (!lue) throw new Error(`courrier ${cleDe(numero, lettre)} absent du registre`);
      return lue;
    },
    async envois(numero, lettre) {
      const lue = await lireCourrier(registre, cleDe(numero, lettre));
      return (lue?.envois ?? []).map(({ canal, statut }) => `${canal} ${statut}`);
    },
    async taches(numero) {
      return (await listerTaches(registre, { numero })).map(({ cle }) => cle.slice(numero.length + 1)).sort();
    },
    poste: () => lirePoste(dossierPoste),
    sms: () => lireSms(dossierSms),
    async fermer() {
      postier.fermer();
      await relais.arreter();
      await base.fermer();
      rmSync(sorties, { recursive: true, force: true });
    },
  };
  return banc;
}
