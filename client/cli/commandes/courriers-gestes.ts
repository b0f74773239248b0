import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import {
  type Blocage,
  blocagesEnCours,
  courriersEnAttente,
  courriersNonPartis,
  listerCourriersRetenus,
  type PorteeBlocage,
  retenuesEnCours,
} from '../../../registre';
import { compte, instantEnClair, libellesDestinataire, titreCourrier } from '../../affichage/libelles';
import { nonPartisDits } from '../../affichage/non-partis';
import { bloquer, debloquer } from '../../usages/bloquer-courriers';
import { depsCourriers } from '../../usages/commun/courriers';
import { recevoirRebond } from '../../usages/recevoir-rebond';
import { libererCourrier, retenirCourrier } from '../../usages/retenir-courrier';
import { gestesDe, signe } from '../gestes';
import { AUTEUR, avecParcours, avecRegistre } from '../services';
import { type Console, dire, direCourrier, donner, lireOctets, MauvaisUsage } from '../sortie';

interface OptionsPortee {
  code?: string;
  agence?: string;
  tout?: boolean;
}
interface OptionsGeste {
  motif: string;
  auteur: string;
}

/** `courriers suspendre|reprendre|retenir|liberer|liste|rebond`: what holds letters back, and what came back. */
export function ajouterGestes(commande: Command, console: Console): void {
  const geste = gestesDe(commande);
  const portee = (c: Command): Command =>
    c
      .option('--code <code>', 'les courriers de ce code, par exemple C05_REFUS')
      .option('--agence <id>', 'les courriers de cette agence')
      .option('--tout', 'tous les courriers');
  const qui = (c: Command, motif: string): Command => signe(c.requiredOption('--motif <texte>', motif));

  qui(portee(geste('suspendre', 'arrête des courriers jusqu’à leur reprise')), 'pourquoi, gardé au registre').action(
    (options: OptionsPortee & OptionsGeste) => faireBloquer(console, options),
  );
  qui(portee(geste('reprendre', 'laisse repartir des courriers suspendus')), 'pourquoi, gardé au registre').action(
    (options: OptionsPortee & OptionsGeste) => faireDebloquer(console, options),
  );
  qui(
    geste('retenir', 'retient un courrier jusqu’à ce qu’on le libère').argument('<cle>', 'clé du courrier'),
    'pourquoi, gardé au registre',
  ).action(async (cle: string, { auteur, motif }: OptionsGeste) => {
    await avecRegistre(console, async ({ registre }) => {
      const neuf = await retenirCourrier({ registre }, cle, { auteur, motif }, console.maintenant());
      dire(console, neuf ? 'Retenu : il ne partira pas tant qu’il n’est pas libéré.' : 'Il était déjà retenu.');
    });
  });
  geste('liberer', 'laisse partir un courrier retenu')
    .argument('<cle>', 'clé du courrier')
    .option('--auteur <id>', 'identifiant de qui libère', AUTEUR)
    .action(async (cle: string, { auteur }: { auteur: string }) => {
      await avecParcours(console, async (s) => {
        await libererCourrier(depsCourriers(s), cle, { auteur }, console.maintenant());
        dire(console, 'Libéré : il part dès que son heure est venue.');
      });
    });
  geste('liste', 'montre ce qui est suspendu, ce qui est retenu, et pourquoi d’autres courriers dus ne sont pas partis')
    .option('--json', 'réponse lisible par une machine')
    .action(({ json }: { json?: boolean }) => faireLister(console, json === true));
  geste('rebond', 'lit un message revenu du relais e-mail, et renvoie le courrier par un autre canal')
    .argument('[fichier]', 'message au format .eml, ou « - » pour l’entrée standard', '-')
    .action(async (fichier: string) => {
      const source = await lireOctets(console, fichier);
      await avecParcours(console, async (s) => {
        const suite = await recevoirRebond(s, source, console.maintenant());
        const renvoye = suite.suite === 'REJETE' && suite.aRenvoyer !== null;
        dire(console, renvoye ? 'Adresse rejetée : le courrier repart par le canal suivant.' : REPONSES[suite.suite]);
      });
    });
}

const REPONSES = {
  IGNORE: 'Ce n’est pas un message revenu : rien à faire.',
  INCONNU: 'Ce message revenu ne parle d’aucun courrier de Jalon.',
  NOTE: 'Le courrier est seulement retardé : c’est noté, le relais essaie encore.',
  REJETE: 'Adresse rejetée : le courrier est parti par un autre canal.',
  EMPECHE: 'Refusé par la faute de notre serveur, pas de l’adresse : le courrier repart plus tard par le même canal.',
};

function lirePortee({
  code = null,
  agence = null,
  tout,
}: {
  code?: string | null;
  agence?: string | null;
  tout?: boolean;
}): PorteeBlocage {
  const precise = code !== null || agence !== null;
  if (precise === (tout === true)) {
    throw new MauvaisUsage('Dites quels courriers : --code, --agence, les deux à la fois, ou --tout.');
  }
  return { code, agence };
}

const direPortee = ({ code, agence }: PorteeBlocage): string => {
  const quoi = code === null ? 'tous les courriers' : `« ${titreCourrier(code)} » (${code})`;
  return agence === null ? quoi : `${quoi} de l’agence ${agence}`;
};

async function faireBloquer(console: Console, options: OptionsPortee & OptionsGeste): Promise<void> {
  const visee = lirePortee(options);
  await avecRegistre(console, async ({ registre }) => {
    const neuve = await bloquer({ registre }, visee, options, console.maintenant());
    dire(
      console,
      `${neuve ? 'Suspendu' : 'Déjà suspendu'} : ${direPortee(visee)}. Rien n’est perdu : chaque courrier attend sa reprise.`,
    );
  });
}

async function faireDebloquer(console: Console, options: OptionsPortee & OptionsGeste): Promise<void> {
  const visee = lirePortee(options);
  await avecParcours(console, async (s) => {
    const nombre = await debloquer(depsCourriers(s), visee, options, console.maintenant());
    dire(console, `Repris : ${direPortee(visee)}. ${compte(nombre, 'courrier')} en attente.`);
    const restes = await blocagesEnCours(s.registre);
    if (restes.length > 0) direBlocages(console, 'Restent suspendus :', restes);
  });
}

function direBlocages(console: Console, titre: string, blocages: Blocage[]): void {
  dire(console, titre);
  for (const s of blocages) {
    dire(console, `- ${direPortee(s)}, depuis le ${instantEnClair(s.le)}, par ${s.par} : ${s.motif}`);
  }
}

async function faireLister(console: Console, json: boolean): Promise<void> {
  await avecRegistre(console, async ({ registre }) => {
    const blocages = await blocagesEnCours(registre);
    const retenues = await retenuesEnCours(registre);
    const courriers = await listerCourriersRetenus(registre);
    const nonPartis = await courriersNonPartis(registre);
    const dus = await courriersEnAttente(registre, console.maintenant());
    if (json) return donner(console, { suspensions: blocages, retenues, courriers, dus: dus.nombre, nonPartis });
    if (blocages.length + retenues.length === 0) dire(console, 'Rien n’est suspendu, rien n’est retenu.');
    if (blocages.length > 0) direBlocages(console, 'Suspendus :', blocages);
    if (retenues.length > 0) dire(console, 'Retenus :');
    for (const { cle, motif, par, le } of retenues) {
      direCourrier(console, [`depuis le ${instantEnClair(le)}, par ${par} : ${motif}`], cle);
    }
    if (courriers.length > 0) {
      dire(console, `\n${compte(courriers.length, 'courrier')} en attente pour cette raison :`);
      for (const { cle, datePrevue, numero, code, destinataire } of courriers)
        direCourrier(
          console,
          [`prévu le ${enChiffres(datePrevue)}`, numero, titreCourrier(code), libellesDestinataire[destinataire]],
          cle,
        );
    }
    for (const ligne of nonPartisDits(dus.nombre, nonPartis)) dire(console, ligne);
  });
}
