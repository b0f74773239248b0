import type { Command } from 'commander';
import { ErreurReglage, lireReglages } from '../../commun/reglages';
import { peut, usageNonPermis } from '../../domain/comptes/politique';
import { estDAgence } from '../../domain/comptes/roles';
import { lireNumero, type Numero } from '../../domain/dossier/numero';
import { type Compte, lireSuiveurs, lireTache, listerComptes, type Registre, tracer } from '../../registre';
import { Refus } from '../usages/commun/refus';
import { accesDe, type Tapes } from './acces';
import { AUTEUR, avecRegistre, exigerAgence } from './services';
import type { Console } from './sortie';

/**
 * Stands before every command, as the web tool's guard before every page: who asks (`JALON_COMPTE`), whether the table lets her, whether
 * the dossiers named are of her agency. On a machine of one's own nobody need be named; production asks for an account.
 * @throws Refus COMPTE_INCONNU, USAGE_NON_PERMIS, DOSSIER_INCONNU, AGENCE_INCONNUE, AUTEUR_AUTRE; ErreurReglage
 */
export async function passer(commande: Command, console: Console): Promise<void> {
  const tapes = tapesDe(commande);
  const acces = accesDe(nomDe(commande), tapes);
  if (acces === 'LIBRE') return;
  const { profil, compte: id } = lireReglages(console.env);
  if (id === null && profil !== 'production') return;
  await avecRegistre(console, async ({ registre }) => {
    const comptes = (await listerComptes(registre)).filter(({ desactiveLe }) => desactiveLe === null);
    if (id === null) {
      // The first account is opened by whoever installs Jalon.
      if (acces === 'creer-compte' && !comptes.some(({ role }) => role === 'ADMINISTRATEUR')) return;
      throw new ErreurReglage(
        'JALON_COMPTE manque, et le profil « production » l’exige : on attend l’identifiant du compte au nom duquel « jalon » agit.',
      );
    }
    const compte = comptes.find((connu) => connu.id === id);
    if (compte === undefined) throw Refus.de('COMPTE_INCONNU');
    const usages = [acces].flat();
    if (!usages.some((usage) => peut(compte.role, usage))) throw Refus.de(usageNonPermis(compte.role, usages));
    console.compte = compte;
    signer(commande, compte);
    const numeros = await numerosVises(registre, tapes);
    if (estDAgence(compte.role)) await exigerSiens(registre, console, numeros, commande);
    if (acces === 'lire-dossier' || acces === 'lire-audit')
      for (const numero of numeros) {
        const details = { page: `jalon ${nomDe(commande)}` };
        await tracer(registre, { numero, auteur: compte.id, acte: 'VOIR', details }, console.maintenant());
      }
  });
}

/** As it is typed: `comptes creer`. */
function nomDe(commande: Command): string {
  const noms: string[] = [];
  for (let c: Command | null = commande; c?.parent; c = c.parent) noms.unshift(c.name());
  return noms.join(' ');
}

function tapesDe(commande: Command): Tapes {
  const mots: Record<string, readonly string[]> = {};
  commande.registeredArguments.forEach((argument, rang) => {
    mots[argument.name()] = argument.variadic ? commande.args.slice(rang) : commande.args.slice(rang, rang + 1);
  });
  return { mots, options: commande.opts() };
}

/** Acts are recorded under the account, whatever the command's own default. */
function signer(commande: Command, { id }: Compte): void {
  if (!commande.options.some((option) => option.attributeName() === 'auteur')) return;
  const donne = commande.getOptionValue('auteur');
  if (donne !== AUTEUR && donne !== id) throw Refus.de('AUTEUR_AUTRE');
  commande.setOptionValue('auteur', id);
}

/** The dossiers that a command names: by their numbers, by the key of a letter, by that of a task. */
async function numerosVises(registre: Registre, { mots, options }: Tapes): Promise<Numero[]> {
  const { numero = [], numeros = [], dossier = [], cle = [] } = mots;
  const vises = [options.faite, options.reporter, options.confier].filter((c) => c !== undefined);
  const taches = await Promise.all(vises.map((c) => lireTache(registre, String(c))));
  return [
    ...numero,
    ...numeros,
    ...dossier,
    ...cle.map((c) => c.split('/')[0]!),
    ...taches.flatMap((t) => t?.numero ?? []),
  ]
    .map(lireNumero)
    .flatMap((lu) => (lu.ok ? [lu.numero] : []));
}

/** Another agency's dossier is not forbidden, it is not found. */
async function exigerSiens(
  registre: Registre,
  console: Console,
  numeros: readonly Numero[],
  commande: Command,
): Promise<void> {
  for (const numero of numeros) {
    const suivi = await lireSuiveurs(registre, numero);
    if (suivi !== null && suivi.agence !== console.compte?.agence) throw Refus.de('DOSSIER_INCONNU');
  }
  const [agence = commande.getOptionValue('agence') as string | undefined] = tapesDe(commande).mots.agence ?? [];
  if (agence !== undefined) exigerAgence(console, agence);
  else if (commande.options.some((option) => option.attributeName() === 'agence'))
    commande.setOptionValue('agence', console.compte?.agence);
}
