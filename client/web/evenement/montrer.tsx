import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { champsEnCause } from '../../../domain/faits/champs-en-cause';
import type { Issue } from '../../../domain/faits/journal';
import type { Apercu } from '../../../domain/rendez-vous/previsualiser';
import { intituleRendezVous } from '../../../domain/rendez-vous/rendez-vous';
import { listerRendezVous, nomsDe } from '../../../registre';
import { entreeEnClair } from '../../affichage/evenement';
import { instantEnClair } from '../../affichage/libelles';
import { nomSaisi, type Saisie } from '../../saisie/formulaire';
import type { ContenuSigne } from '../../usages/commun/acte';
import { entreesDepuis } from '../../usages/commun/entrees-depuis';
import { previsualiserUnActe, type Reserve, reservesDe } from '../../usages/previsualiser-un-acte';
import { Noms } from '../commun/qui';
import type { DossierTrouve } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { versFrise } from '../dossier/frise';
import { lireSuivi } from '../dossier/lire-suivi';
import { auteurDe } from '../porte/compte-courant';
import { champsDe, erreursDuRefus, lireActe } from './acte';
import { PageApercu } from './apercu';
import { type EnTeteActe, versionVueDe } from './en-tete-acte';
import { PageFormulaire } from './formulaire';
import { frisesDe } from './frises';

/** A form as it came back, with its dossier. */
export interface Recu {
  trouve: DossierTrouve;
  enTete: EnTeteActe;
  saisie: Saisie;
  /** The draft that holds it, when one does: its form and its preview have their addresses. */
  jeton?: string | undefined;
  /** What was asked and not accepted, when the act was confirmed without. */
  aAccepter?: readonly Reserve[];
}

/** The form of an act, as it was filled in, with what is wrong with it. */
export function formulaire(
  { trouve, enTete, saisie }: Recu,
  erreurs: Record<string, string> = {},
  code: string | null = null,
) {
  const { journal } = trouve.inscrit;
  const vise = enTete.entree === null ? undefined : journal.find((e) => e.id === enTete.entree);
  return (
    <PageFormulaire
      vue={trouve.vue}
      enTete={enTete}
      champs={champsDe(enTete, trouve.inscrit)}
      saisie={saisie}
      erreurs={erreurs}
      parametres={trouve.parametres}
      code={code}
      cible={vise ? entreeEnClair(vise, journal) : null}
      consigne={vise ? { par: vise.auteur, le: instantEnClair(vise.enregistreLe, trouve.fuseau) } : null}
    />
  );
}

/** A page of an act, with the names of who recorded what it is about and of who acts. */
export async function nommer(
  { registre }: Pick<DependancesWeb, 'registre'>,
  { trouve, enTete }: Pick<Recu, 'trouve' | 'enTete'>,
  page: Child,
  auteur?: string,
) {
  const consigne = trouve.inscrit.journal.find(({ id }) => id === enTete.entree)?.auteur;
  const noms = await nomsDe(
    registre,
    [consigne, auteur].filter((id) => id !== undefined),
  );
  return <Noms.Provider value={noms}>{page}</Noms.Provider>;
}

/** The form of an act that the journey refused, at the fields that the refusal speaks of. */
export const refuse = (recu: Recu, { code, phrase }: Pick<Issue, 'code' | 'phrase'>) =>
  formulaire(
    recu,
    erreursDuRefus(champsDe(recu.enTete, recu.trouve.inscrit), phrase ?? '', champsEnCause(code ?? '')),
    code,
  );

/** Answers what an act would change, or its form when it cannot be. */
export async function apercevoir(deps: DependancesWeb, c: Context, recu: Recu): Promise<Response> {
  const { inscrit } = recu.trouve;
  const lu = lireActe(recu.enTete, recu.saisie, inscrit, auteurDe(c));
  if (!lu.ok) return c.html(formulaire(recu, lu.erreurs), 400);
  const demande = { acte: recu.enTete.acte, contenu: lu.contenu };
  const apercu = await previsualiserUnActe(deps.actes, inscrit, demande, deps.maintenant());
  if (apercu.issue.statut === 'REFUSE') return c.html(refuse(recu, apercu.issue), 400);
  return montrerApercu(deps, c, recu, lu.contenu, apercu);
}

async function montrerApercu(
  deps: DependancesWeb,
  c: Context,
  { trouve, enTete, saisie, jeton, aAccepter = [] }: Recu,
  contenu: ContenuSigne,
  apercu: Apercu,
): Promise<Response> {
  const { journal, version, dossier } = trouve.inscrit;
  const vue = versionVueDe(enTete, saisie);
  const rendezVous = (await lireSuivi(deps, trouve))?.rendezVous ?? [];
  const aujourdhui = aujourdhuiA(deps, trouve.residence);
  const gardes = new Set(champsDe(enTete, trouve.inscrit).map((champ) => nomSaisi(champ.nom)));
  const page = (
    <PageApercu
      vue={trouve.vue}
      enTete={enTete}
      saisie={Object.fromEntries(Object.entries(saisie).filter(([nom]) => gardes.has(nom)))}
      resume={entreeEnClair(apercu.entree!, journal, trouve.inscrit.dossier)}
      apercu={apercu}
      vu={{ version, reserves: reservesDe(apercu) }}
      auteur={contenu.auteur}
      cible={journal.find((e) => e.id === enTete.entree) ?? null}
      fuseau={trouve.fuseau}
      journal={journal}
      depuis={entreesDepuis(trouve.inscrit, vue).map((entree) =>
        entreeEnClair(entree, journal, trouve.inscrit.dossier),
      )}
      modifier={jeton === undefined ? null : `/dossiers/${trouve.vue.numero}/evenement?brouillon=${jeton}`}
      aAccepter={aAccepter}
      frises={frisesDe(apercu, { dossier, journal, aujourdhui, rendezVous: rendezVous.map(versFrise) })}
      rendezVousArretes={await rendezVousArretes(deps, trouve, apercu)}
    />
  );
  const nommee = await nommer(deps, { trouve, enTete }, page, contenu.auteur);
  return c.html(nommee, aAccepter.length > 0 ? 400 : 200);
}

/** Appointments still to come whose letters a reported death stops, or that the closing of the dossier cancels, in one line each. */
async function rendezVousArretes(
  { registre, maintenant }: DependancesWeb,
  { vue, fuseau }: DossierTrouve,
  { avant, apres }: Apercu,
): Promise<string[]> {
  const deces = !avant.decesSignale && apres.decesSignale;
  const ferme = avant.etat !== apres.etat && apres.etat === 'OUVERT_PAR_ERREUR';
  if (!deces && !ferme) return [];
  const present = maintenant().toISOString();
  return (await listerRendezVous(registre, vue.numero))
    .filter(({ statut, debut }) => statut === 'PREVU' && debut > present)
    .map((r) => `${intituleRendezVous(r)}, le ${instantEnClair(r.debut, fuseau)}`);
}
