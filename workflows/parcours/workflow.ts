import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  log,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  uuid4,
  workflowInfo,
} from '@temporalio/workflow';
import type {
  Acte,
  CourrierDu,
  DetailsNonRemis,
  EtatParcours,
  IssueRemise,
  ReponseSituer,
} from '../../domain/parcours/parcours';
import { inscrire, remettre, situer } from './activites';
import * as messages from './messages';
import { Reveil } from './reveil';

interface Fin {
  courrier: CourrierDu;
  issue: IssueRemise;
}

/**
 * The journey of one dossier: asks `situer` what is due, records it, hands the letters over, sleeps until the next item or the
 * next message. Wiring only: every decision is in `domain/`.
 * @param etat the state handed over by the opening, by continue-as-new or by the register (`rouvrir`)
 */
export async function parcours(etat: EtatParcours): Promise<void> {
  const reveil = new Reveil();
  const enCours = new Set<string>();
  const finis: Fin[] = [];
  let vue: Pick<ReponseSituer, 'attributs' | 'prochain'> | null = null;
  let attributsPublies = '';

  const recevoir = (acte: Acte) => (contenu: unknown) => {
    const id = idDuMessage(contenu) ?? uuid4();
    if (id in etat.issues || etat.recus.some((recu) => recu.id === id)) return;
    etat.recus.push({ id, acte, contenu, recuLe: new Date().toISOString() });
  };
  setHandler(messages.consigner, recevoir('consigner'), { description: 'Consigner un fait (événement daté)' });
  setHandler(messages.corriger, recevoir('corriger'), { description: 'Corriger un fait déjà consigné' });
  setHandler(messages.annuler, recevoir('annuler'), { description: 'Annuler un fait déjà consigné' });
  setHandler(messages.rectifierDossier, recevoir('rectifierDossier'), {
    description: "Rectifier un champ de l'ouverture",
  });
  setHandler(messages.confirmerSilence, recevoir('confirmerSilence'), {
    description: 'Confirmer qu’aucune réponse n’est arrivée',
  });
  setHandler(messages.confirmer, recevoir('confirmer'), {
    description: 'Confirmer, en seconde personne, une sortie du CSP',
  });
  setHandler(messages.relancer, recevoir('relancer'), {
    description: 'Redemander ce qui est à envoyer : un courrier retenu ne l’est plus',
  });
  setHandler(messages.adopterReglement, recevoir('adopterReglement'), {
    description: 'Adopter d’autres paramètres que ceux du règlement',
  });
  setHandler(messages.signaler, recevoir('signaler'), { description: 'Fait transmis par un système externe' });
  setHandler(messages.repriseEmploi, recevoir('repriseEmploi'), {
    description: "Reprise d'emploi : nature, debut, fin",
  });
  setHandler(messages.arretMaladie, recevoir('arretMaladie'), { description: 'Arrêt maladie : debut, fin' });
  setHandler(
    messages.situation,
    () => ({
      etape: vue?.attributs.etape ?? 'OUVERTURE',
      prochain: vue?.prochain ?? null,
      version: etat.version,
      journal: etat.journal,
      courriers: etat.courriers,
      issues: etat.issues,
    }),
    { description: 'Où en est le parcours' },
  );
  setHandler(
    messages.reponse,
    async (id) => {
      await condition(() => id in etat.issues);
      return etat.issues[id]!;
    },
    { validator: verifierId, description: "Issue d'un message, par son id" },
  );

  const lancer = (courrier: CourrierDu) => {
    enCours.add(courrier.cle);
    const summary = `Remise ${courrier.code} (${courrier.destinataire.toLowerCase()})`;
    remettre
      .executeWithOptions({ summary }, [{ numero: etat.numero, courrier, maintenant: new Date().toISOString() }])
      .catch((erreur: unknown): IssueRemise => {
        log.warn('courrier non remis, remis à l’agenda', { code: courrier.code, erreur: String(erreur) });
        const partiel = partiParUnCanal(erreur) ? { partiel: true as const } : {};
        return { statut: 'A_REPRENDRE', le: new Date().toISOString(), ...partiel };
      })
      .then((issue) => finis.push({ courrier, issue }));
  };

  for (;;) {
    for (const fin of finis.splice(0)) {
      retenirRemise(etat, fin);
      enCours.delete(fin.courrier.cle);
    }
    const examines = etat.recus.length;
    const maintenant = new Date().toISOString();
    const reponse = await situer({ etat, enCours: [...enCours].sort(), maintenant });
    appliquer(etat, reponse, examines);
    vue = reponse;
    await inscrire({ etat, taches: reponse.taches, memoires: reponse.memoires, maintenant });

    const attributs = JSON.stringify(reponse.attributs);
    if (attributs !== attributsPublies) {
      attributsPublies = attributs;
      publierAttributs(reponse.attributs, etat);
    }
    setCurrentDetails(reponse.details);
    reponse.dus.forEach(lancer);

    const calme = () => enCours.size === 0 && etat.recus.length === 0 && finis.length === 0;
    if (calme() && (reponse.clos || releve())) {
      await condition(allHandlersFinished);
      if (calme()) {
        if (reponse.clos) return;
        await continueAsNew<typeof parcours>(etat);
      }
    }
    reveil.armer(reponse.prochain && Date.parse(reponse.prochain.quand), reponse.prochain?.libelle ?? '');
    await condition(
      () => reveil.sonne || etat.recus.length > 0 || finis.length > 0 || (enCours.size === 0 && releve()),
    );
  }
}

/** The server suggests a new run, or a newer worker version waits for one. */
function releve(): boolean {
  const info = workflowInfo();
  return info.continueAsNewSuggested || info.targetWorkerDeploymentVersionChanged;
}

function idDuMessage(contenu: unknown): string | null {
  const id = typeof contenu === 'object' && contenu !== null ? (contenu as { id?: unknown }).id : undefined;
  return typeof id === 'string' && id.length > 0 && id.length <= 100 ? id : null;
}

function verifierId(id: unknown): void {
  if (typeof id !== 'string' || id === '') throw new TypeError("ID_MANQUANT : l'id du message est attendu");
}

/** Takes the recorded answer into the state; `examines` messages were under examination, later ones wait their turn. */
function appliquer(etat: EtatParcours, reponse: ReponseSituer, examines: number): void {
  etat.recus.splice(0, examines);
  etat.journal.push(...reponse.entrees);
  etat.version += 1;
  for (const issue of reponse.issues) etat.issues[issue.id] = { ...issue, version: etat.version };
  Object.assign(etat.courriers, reponse.memoires);
  etat.termeAnnonce = reponse.termeAnnonce;
  etat.changements = reponse.changements;
}

/** The attempt failed after one of the letter's channels had taken it. */
function partiParUnCanal(erreur: unknown): boolean {
  if (erreur instanceof ApplicationFailure) {
    const [details] = (erreur.details ?? []) as DetailsNonRemis[];
    return details?.partiel === true;
  }
  return erreur instanceof Error && erreur.cause !== undefined && partiParUnCanal(erreur.cause);
}

function retenirRemise(etat: EtatParcours, { courrier, issue }: Fin): void {
  const { cle, code, destinataire, base, date, dit } = courrier;
  const tentatives = (etat.courriers[cle]?.tentatives ?? 0) + 1;
  const partiel = issue.partiel ?? (issue.statut === 'RETENU' ? etat.courriers[cle]?.partiel : undefined);
  etat.courriers[cle] = {
    ...{ code, destinataire, base, date, statut: issue.statut, le: issue.le, tentatives },
    ...(dit === undefined ? {} : { dit }),
    ...(partiel ? { partiel } : {}),
  };
}

function publierAttributs(a: ReponseSituer['attributs'], etat: EtatParcours): void {
  upsertSearchAttributes({
    etape: [a.etape],
    agence: [etat.agence],
    referent: [etat.referent],
    alertes: [a.alertes],
    prochaineEcheance: a.prochaineEcheance === null ? [] : [new Date(a.prochaineEcheance)],
    terme: a.terme === null ? [] : [new Date(a.terme)],
  });
}
