import type { DonneesCourrier } from '../courriers';
import { decisionDe } from '../courriers/decision';
import type { DateCivile } from '../domain/calendrier/dates';
import { adressage, planRemise } from '../domain/catalogue/canaux';
import { canauxDe, entreeCatalogue } from '../domain/catalogue/catalogue';
import type { Surcharge } from '../domain/dossier/parametres';
import type { Canal } from '../domain/dossier/personnes';
import type { CourrierDu, IssueRemise } from '../domain/parcours/parcours';
import { corrigeLeReste } from '../domain/parcours/successeur';
import {
  cloreCourrier,
  demanderFeuVert,
  direAdresseManquante,
  domaineDuRendezVous,
  type Juge,
  lireDossierEtPersonnes,
  type Registre,
} from '../registre';
import { ecrireCourrier } from './remettre/courrier';
import { reunirDonnees } from './remettre/donnees';
import type { Ports, Remise } from './remettre/envoyer';
import { essayerNiveau } from './remettre/niveau';
import { confierAuReferent } from './remettre/taches';

export interface DemandeRemise {
  numero: string;
  courrier: CourrierDu;
  /** Instant of the decision to send, UTC; the clock of a simulation. */
  maintenant: string;
  /** It left and came back: the journey, which believes it gone, does not watch over its usefulness. */
  renvoi?: true;
  /** No channel is tried any more: a task, at once. */
  enTache?: true;
}

export interface DepsCourriers extends Ports {
  registre: Registre;
  /** Domain of the Message-IDs. */
  domaine: string;
  /** Parameters laid over every règlement, as an agency's configuration may do (R3). */
  surcharge?: Surcharge;
  /** The clock: the real one, or that of a simulation. */
  horloge?: (demande: DemandeRemise) => Date;
}

export interface ActivitesCourriers {
  /**
   * One attempt to hand a letter over, by the channels of the catalogue and of its reader's preference. What one channel took is
   * not handed to it again.
   * @throws COURRIER_NON_REMIS when a channel did not take it this time
   */
  remettre(demande: DemandeRemise): Promise<IssueRemise>;
}

const TOUS: readonly Canal[] = ['EMAIL', 'SMS', 'COURRIER'];

export function creerActivitesCourriers(deps: DepsCourriers): ActivitesCourriers {
  const { registre, domaine, surcharge = {}, horloge } = deps;
  return {
    async remettre(demande) {
      const { numero, courrier } = demande;
      const { code, destinataire } = courrier;
      const lireHeure = () => horloge?.(demande) ?? new Date();
      const maintenant = lireHeure();
      const le = maintenant.toISOString();
      const lus = await lireDossierEtPersonnes(registre, numero);
      const reunies = lus && (await reunirDonnees(registre, { courrier, ...lus, surcharge, maintenant }));
      if (!reunies) return { statut: 'ANNULE', le };
      const { donnees } = reunies;
      const { personnes } = donnees;
      if (demande.renvoi && !estUtile(donnees, courrier.date)) {
        await cloreCourrier(registre, { ...donnees, datePrevue: courrier.date }, 'PERIME', maintenant);
        return { statut: 'ANNULE', le };
      }
      const vers = adressage(destinataire, personnes);
      const plan = planRemise({
        canaux: canauxDe(code, courrier.changement !== undefined || corrigeLeReste(code, courrier.remplace)),
        destinataire,
        prefere: personnes.identite.canalPrefere,
        decide: decisionDe(donnees, personnes.agence) !== null,
        joignable: new Set(Object.keys(vers.adresses) as Canal[]),
        ...(demande.enTache ? { exclus: TOUS } : {}),
      });
      const { rendezVous } = reunies;
      const ecrit = ecrireCourrier({
        ...reunies,
        datePrevue: courrier.date,
        vers,
        domaine,
        domaineInvitation: rendezVous ? await domaineDuRendezVous(registre, rendezVous.id, domaine) : domaine,
        recommande: plan.recommande,
      });
      const remise: Remise = { courrier: ecrit, vers, personnes, horloge: lireHeure };
      for (const niveau of plan.niveaux) {
        const issue = await essayerNiveau(registre, deps, remise, niveau);
        if (issue !== null) {
          await direManques(remise, plan.manquants);
          return issue;
        }
      }
      return confier(remise, plan.manquants, demande.enTache ? seulementVoulu : demanderFeuVert);
    },
  };

  async function direManques({ courrier, horloge: lireHeure }: Remise, manquants: readonly Canal[]): Promise<void> {
    for (const canal of manquants) await direAdresseManquante(registre, courrier.envois.EMAIL, canal, lireHeure());
  }

  async function confier(remise: Remise, manquants: readonly Canal[], juger: Juge): Promise<IssueRemise> {
    const { courrier, horloge: lireHeure } = remise;
    const lettre = courrier.envois.COURRIER;
    const raison = manquants.includes('COURRIER') ? 'aucune adresse postale' : 'aucun canal ne l’a pris';
    const dite = lettre.destinataire === 'CONSEILLER' ? null : raison;
    const issue = await confierAuReferent(registre, lettre, dite, lireHeure(), juger);
    if (issue.statut === 'EN_TACHE') await direManques(remise, manquants);
    return issue;
  }
}

/** For a letter that was held too long: someone has to decide, unless nobody wants it any more. */
const seulementVoulu: Juge = async (tx, lettre, maintenant) =>
  (await demanderFeuVert(tx, lettre, maintenant)) === 'ANNULE' ? 'ANNULE' : 'PART';

function estUtile({ code, base, jour, resultat }: DonneesCourrier, date: DateCivile): boolean {
  const jusquau = entreeCatalogue(code).utileJusquau(resultat, { base, date });
  return jusquau === null || jour <= jusquau;
}
