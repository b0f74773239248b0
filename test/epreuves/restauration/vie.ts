import { join } from 'node:path';
import type { Arrets } from '../../../client/local/arrets';
import type { BilanRapprochement } from '../../../client/usages/rapprocher-courriers';
import { verifierCoherence } from '../../../client/usages/verifier-coherence';
import { dateLocale } from '../../../domain/calendrier/fuseaux';
import { blocagesEnCours, lireDossier, lireEffacement } from '../../../registre';
import { lirePoste } from '../../outils/sorties';
import type { Derouler } from '../deroulement';
import { comparer, ouvrirDesParcours } from '../grappe/parcours';
import {
  attendre,
  attendreStatut,
  combien,
  consigner,
  creerLesComptes,
  effacer,
  faits,
  installer,
  jalon,
  type Lieu,
  ouvrir,
} from './actes';
import { compterDeparts, doubles, ecrireJournalDuRelais } from './comptes';
import { type Dehors, type Machine, monterMachine } from './machine';

export interface Scene {
  dehors: Dehors;
  arrets: Arrets;
  etape: Derouler;
  fautes: string[];
}

/** Of a journey that is accepted: the proposal, then the two of adhesion. */
const LETTRES = 3;
const PATIENCE_MS = 15 * 60_000;
const OUBLIEE = 'Oubliee';

/** What lived before the disaster, by what the copies know of it. */
interface Avant {
  /** Accepted, their letters gone: all of it is in the copies. */
  anciens: string[];
  /** Accepted in what was archived; their letters left afterwards. */
  acceptes: string[];
  /** Accepted after the register's last archive, and before the engine's. */
  auMoteur: string;
  /** Accepted after both. */
  perdu: string;
  /** Waits for an answer. */
  enAttente: string;
  /** Opened after both. */
  oublie: string;
  /** Erased after both. */
  effacee: string;
}

/** The whole story. @see docs/exploitation.md, Sauvegarder et restaurer */
export async function vivreUneRestauration(scene: Scene): Promise<void> {
  const { dehors, arrets, etape, fautes } = scene;
  const premiere = await monterMachine(dehors, 'machine-1', arrets);
  let lieu = await etape('Une machine : deux PostgreSQL qui archivent, le moteur, un worker', async () => {
    await Promise.all([premiere.registre.creer(), premiere.base.creer()]);
    await Promise.all([premiere.registre.demarrer(), premiere.base.demarrer()]);
    await premiere.preparer();
    await premiere.demarrerMoteur();
    await installer();
    return ['montée par les réglages de `docker-compose.yml`', await premiere.travailler()];
  });
  const avant = await vivre(scene, premiere, lieu);
  const partis = compterDeparts(dehors.boite, dehors.poste);
  await etape('Le sinistre', async () => {
    await premiere.detruire();
    return [
      `tout meurt d’un coup, le disque avec ; au-dehors restent ${partis.emails} e-mails et ${partis.plis} plis`,
      null,
    ];
  });

  const seconde = await monterMachine(dehors, 'machine-2', arrets);
  await etape('Les copies, rendues dans une machine vide', async () => {
    const restaurer = join(dehors.scripts, 'restaurer.sh');
    const dits = await Promise.all([seconde.registre.script(restaurer), seconde.base.script(restaurer)]);
    for (const serveur of [seconde.registre, seconde.base]) serveur.fermerLesArchives(false);
    await Promise.all([seconde.registre.demarrer(), seconde.base.demarrer()]);
    await seconde.demarrerMoteur();
    return [dits.join(' ').replaceAll(dehors.dossier, ''), null];
  });
  lieu = await etape('Le premier worker retient tout', async () => {
    const rendu = await seconde.travailler();
    const blocages = await blocagesEnCours(rendu.registre);
    if (blocages.length !== 1 || blocages[0]?.par !== 'jalon') fautes.push('rien n’est retenu au premier signe de vie');
    return ['tous les courriers sont suspendus par « jalon » avant que rien ne soit fait', rendu];
  });
  await reprendre(scene, lieu, avant, partis);
}

async function vivre({ dehors, etape }: Scene, machine: Machine, lieu: Lieu): Promise<Avant> {
  const anciens = await etape('Des parcours vivent', async () => {
    const numeros = await ouvrirDesParcours(lieu, 'Ancienne', 3);
    await creerLesComptes();
    await consigner(lieu, numeros);
    await attendreStatut(lieu, numeros, 'PARTI', LETTRES * numeros.length);
    return [`${numeros.length} acceptés, leurs lettres parties`, numeros];
  });
  const acceptes = await etape('Sauvegarde des deux bases, sans rien arrêter', async () => {
    const script = join(dehors.scripts, 'sauvegarder.sh');
    const [numeros, ...dits] = await Promise.all([
      ouvrirDesParcours(lieu, 'Acceptee', 3),
      machine.registre.script(script),
      machine.base.script(script),
    ]);
    return [
      `pendant que ${numeros.length} parcours s’ouvrent. ${dits.join(' ').replaceAll(dehors.dossier, '')}`,
      numeros,
    ];
  });
  return etape('La vie continue : une part est archivée, une part ne le sera jamais', async () => {
    const [auMoteur, perdu, enAttente] = (await ouvrirDesParcours(lieu, 'Suivante', 3)) as [string, string, string];
    await consigner(lieu, acceptes);
    await machine.registre.archiver();
    machine.registre.fermerLesArchives(true);
    await consigner(lieu, [auMoteur]);
    await machine.base.archiver();
    machine.base.fermerLesArchives(true);
    if ((await combien(lieu, acceptes, 'PARTI')) > acceptes.length)
      throw new Error('une lettre est partie avant la fin des archives : la machine est trop lente pour le sursis');
    await consigner(lieu, [perdu]);
    const oublie = await ouvrir(lieu, OUBLIEE);
    await attendreStatut(lieu, [oublie], 'PARTI', 1);
    const effacee = anciens[2]!;
    await effacer(lieu, effacee);
    const accueillis = [...acceptes, auMoteur, perdu];
    await attendreStatut(lieu, accueillis, 'PARTI', LETTRES * accueillis.length);
    const vu = `${acceptes.length} acceptations sont dans les deux archives, une au moteur seul, une nulle part ; après les archives : ${2 * accueillis.length} lettres partent, un dossier s’ouvre, une personne est effacée`;
    return [vu, { anciens: anciens.slice(0, 2), acceptes, auMoteur, perdu, enAttente, oublie, effacee }];
  });
}

async function reprendre(
  { dehors, etape, fautes }: Scene,
  lieu: Lieu,
  avant: Avant,
  partis: { emails: number; plis: number },
): Promise<void> {
  const { acceptes, auMoteur, perdu, enAttente, effacee } = avant;
  const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
  const rapprocher = async (...plus: string[]): Promise<BilanRapprochement> => {
    const journal = ecrireJournalDuRelais(dehors.boite, join(dehors.dossier, 'mail.log'));
    const options = ['--depuis', aujourdhui, '--json', ...plus];
    return JSON.parse(await jalon('exploitante', 'courriers', 'rapprocher', journal, ...options));
  };
  await etape('`jalon effacer --rejouer`', async () => {
    const revenue = (await lireDossier(lieu.registre, effacee)) !== null;
    const texte = await jalon('exploitante', 'effacer', '--rejouer');
    if (!revenue) fautes.push('la copie ne contenait pas la personne effacée : rien n’est prouvé');
    return [`la personne effacée était dans la copie ; ${texte.trim().split('\n')[0]}`, null];
  });
  await etape('`jalon coherence --reparer`', async () => {
    const sortes: string[] = [];
    await attendre('registre et moteur s’accordent', async () => {
      const { constats } = await verifierCoherence(lieu.client, true, { silenceMs: PATIENCE_MS });
      sortes.push(...constats.map(({ sorte }) => sorte));
      return constats.length === 0;
    });
    if ((await faits(lieu, auMoteur)) !== 1) fautes.push('le fait que le moteur seul savait n’est pas revenu');
    return [
      `réparé : ${sortes.join(', ') || 'rien à réparer, les parcours l’avaient fait d’eux-mêmes'} ; le fait que le moteur seul savait est au registre`,
      null,
    ];
  });
  await etape('`jalon courriers rapprocher`', async () => {
    const attendus = 2 * (acceptes.length + 1);
    await attendreStatut(lieu, [...acceptes, auMoteur], 'RETENU', attendus);
    const { retrouves, sansPrise, inconnus } = await rapprocher();
    const cles = new Set(retrouves.map(({ cle }) => cle));
    if (cles.size !== attendus || sansPrise.length > 0)
      fautes.push(`${cles.size} lettres retrouvées au lieu de ${attendus}, ${sansPrise.length} sans trace`);
    if (inconnus.length === 0) fautes.push('les lettres du fait et du dossier perdus ne sont pas signalées');
    return [
      `${cles.size} lettres qui attendent sont déjà parties, aucune n’est sans trace ; ${inconnus.length} envois que rien ne connaît plus`,
      null,
    ];
  });
  const rouvert = await etape('Ce qui est perdu est consigné et ouvert de nouveau', async () => {
    const [numero] = await Promise.all([ouvrir(lieu, OUBLIEE), consigner(lieu, [perdu])]);
    if (numero === avant.oublie) fautes.push('un numéro donné depuis la copie a été donné de nouveau');
    await attendreStatut(lieu, [perdu], 'RETENU', 2);
    await attendreStatut(lieu, [numero], 'RETENU', 1);
    const { retrouves } = await rapprocher('--appliquer');
    // By all the channels that took them: they are settled while everything is held.
    const regles = [...acceptes, auMoteur, perdu];
    await attendreStatut(lieu, regles, 'PARTI', LETTRES * regles.length);
    const { compares, sansPrise } = await rapprocher();
    if (sansPrise.some((cle) => !cle.startsWith(numero))) fautes.push(`encore à envoyer : ${sansPrise.join(', ')}`);
    return [
      `${retrouves.length} départs notés ; il reste ${compares} courrier à envoyer, celui du dossier ouvert de nouveau, sous un autre numéro`,
      numero,
    ];
  });
  await etape('`jalon courriers reprendre --tout`', async () => {
    const { emails, plis } = compterDeparts(dehors.boite, dehors.poste);
    if (emails !== partis.emails || plis !== partis.plis) fautes.push('quelque chose est parti avant la reprise');
    await jalon('exploitante', 'courriers', 'reprendre', '--tout', '--motif', 'comparés');
    const tous = [...acceptes, auMoteur, perdu];
    await attendreStatut(lieu, tous, 'PARTI', LETTRES * tous.length);
    await attendreStatut(lieu, [rouvert], 'PARTI', 1);
    return ['rien n’était parti jusque-là ; chaque courrier est à présent parti une fois', null];
  });
  await etape('La vie reprend', async () => {
    await consigner(lieu, [enAttente]);
    await attendreStatut(lieu, [enAttente], 'PARTI', LETTRES);
    for (const numero of [...avant.anciens, ...acceptes, auMoteur, perdu, enAttente]) {
      const connus = await faits(lieu, numero);
      if (connus !== 1) fautes.push(`${numero} : ${connus} fait(s) au lieu d’un`);
    }
    if ((await lireDossier(lieu.registre, effacee)) !== null) fautes.push('la personne effacée est revenue');
    if ((await lireEffacement(lieu.registre, effacee))?.acheveLe == null) fautes.push('l’effacement n’est pas achevé');
    if (lirePoste(dehors.poste).some(({ cle }) => cle.startsWith(effacee))) fautes.push('l’effacée a encore des plis');
    fautes.push(...doubles(dehors.boite, dehors.poste).map((nom) => `parti deux fois : ${nom}`));
    const { emails, plis } = compterDeparts(dehors.boite, dehors.poste);
    return [
      `un nouveau fait, ses lettres parties ; en tout ${emails} e-mails et ${plis} plis, aucun en double ; ${await comparer(lieu, fautes)}`,
      null,
    ];
  });
}
