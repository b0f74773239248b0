import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Evenement } from '../../domain/faits/evenements';
import type { EntreeDe, Issue } from '../../domain/faits/journal';
import type { EtatConnu, EtatParcours, Suivi } from '../../domain/parcours/parcours';

/** Name under which the journey's workflow is registered. */
export const typeParcours = 'parcours';
/** Task queue of the journeys. */
export const fileParcours = 'parcours';
/** Task queue of the letters: rate-limited by the server, apart so that a burst of letters delays no journey. */
export const fileCourriers = 'courriers';
/** One workflow id per dossier for its whole life. */
export const idParcours = (numero: string): string => `csp-${numero}`;

/** The numéro of the dossier whose journey has this id. */
export const numeroDuParcours = (id: string): string => id.slice('csp-'.length);

/** How to start a journey, or to take it up again once it closed. */
export const departParcours = (etat: EtatParcours) => ({
  workflowId: idParcours(etat.numero),
  taskQueue: fileParcours,
  args: [etat],
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  staticSummary: `Dossier ${etat.numero}`,
});

/** What every message may carry. Without `id`, the journey draws one: the sender then loses the protection against doubles. */
export interface Enveloppe {
  id?: string;
  auteur?: string;
  motif?: string;
  versionVue?: number;
}

export interface MessageConsigner extends Enveloppe {
  evenement: Evenement;
}
export interface MessageCorriger extends MessageConsigner {
  /** Id of the entry that this one replaces. */
  remplace: string;
}
export interface MessageAnnuler extends Enveloppe {
  /** Id of the entry that no longer counts. */
  annule: string;
}
export interface MessageRectifier extends Enveloppe {
  /** Fields of the opening to replace. */
  champs: EntreeDe<'rectifierDossier'>['rectification'];
}
export interface MessageAdopter extends Enveloppe {
  /** Parameters to lay over the règlement of the journey, and the règlement they are meant for, if they are for one only. */
  reglement: EntreeDe<'adopterReglement'>['reglement'] & { nom?: string };
}
/** Shortcut for operators: fields of an ARRET_MALADIE, in clear. */
export interface MessageArretMaladie extends Enveloppe {
  debut: string;
  fin: string;
}
/** Shortcut for operators: fields of a REPRISE_EMPLOI, in clear. */
export interface MessageRepriseEmploi extends Enveloppe {
  contratId?: string;
  nature: 'CDI' | 'CDD' | 'CTT';
  debut: string;
  fin?: string;
  essaiJusquau?: string;
  remunerationInferieure?: boolean;
  particulier?: boolean;
}

/** A counsellor records a fact. */
export const consigner = defineSignal<[MessageConsigner]>('consigner');
/** A counsellor corrects a fact recorded before. */
export const corriger = defineSignal<[MessageCorriger]>('corriger');
/** A counsellor cancels a fact recorded before. */
export const annuler = defineSignal<[MessageAnnuler]>('annuler');
/** A counsellor rectifies the opening's own fields. */
export const rectifierDossier = defineSignal<[MessageRectifier]>('rectifierDossier');
/** A journey adopts other parameters than those of its règlement. */
export const adopterReglement = defineSignal<[MessageAdopter]>('adopterReglement');
/** An external system reports a fact; what a rule rejects becomes a task, since nobody reads the outcome. */
export const signaler = defineSignal<[MessageConsigner]>('signaler');
export const repriseEmploi = defineSignal<[MessageRepriseEmploi]>('repriseEmploi');
export const arretMaladie = defineSignal<[MessageArretMaladie]>('arretMaladie');

/** A counsellor confirms that nobody answered: the refusal letters leave without waiting further. */
export const confirmerSilence = defineSignal<[Enveloppe]>('confirmerSilence');

/** A dossier that should not have been opened is closed as such; `motif` says why. */
export const fermerParErreur = defineSignal<[Enveloppe & { motif: string }]>('fermerParErreur');

export interface MessageConfirmer extends Enveloppe {
  /** Id of the entry that waits for a second person. */
  confirme: string;
}
/** A second person confirms an end of the CSP that no one person decides (R27). */
export const confirmer = defineSignal<[MessageConfirmer]>('confirmer');
/** What was held is free: the journey asks again what is due. */
export const relancer = defineSignal<[Enveloppe]>('relancer');

/** Type of the failure of an outcome asked under what is no id: as all of it travels encrypted, that of a key we do not hold. */
export const ID_ILLISIBLE = 'IDENTIFIANT_INVALIDE';

/** Waits for the outcome of the message recorded under this id. */
export const reponse = defineUpdate<Issue, [string]>('reponse');

/** The journey as its workflow knows it: all that it would go on from. */
export interface VueParcours extends EtatConnu {
  etape: string;
  prochain: { quand: string; libelle: string } | null;
  /** Who follows the person, as it publishes it; null before its first pass. */
  suivi: Suivi | null;
  /** Received, not yet examined. */
  recus: EtatParcours['recus'];
}
export const situation = defineQuery<VueParcours>('situation');
