import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  log,
  patched,
  setCurrentDetails,
  setDefaultSignalHandler,
  setHandler,
  upsertSearchAttributes,
  uuid4,
  workflowInfo,
} from '@temporalio/workflow';
import { estTropProfond } from '../../domain/dossier/valeurs/profondeur';
import { type Acte, actes, autresMessages, nomsActes } from '../../domain/faits/actes';
import { estIdentifiant } from '../../domain/faits/identifiant';
import { appliquer, memoriserRemise } from '../../domain/parcours/appliquer';
import { empreinteDuMessage, estRefuseSous, idDuRefus } from '../../domain/parcours/empreinte-message';
import { GENERATION } from '../../domain/parcours/generation';
import type { EtatParcours, MessageRecu, ReponseSituer, Suivi } from '../../domain/parcours/parcours';
import { attendHorsHistoire } from '../attente';
import { accueillirNomsReserves } from '../noms-reserves';
import { Remises } from '../remises';
import { Reveil } from '../reveil';
import { inscrire, situer, situerEtInscrire } from './activites';
import * as messages from './messages';

/**
 * The journey of one dossier: asks `situer` what is due, records it, hands the letters over, sleeps until the next item or the
 * next message. Wiring only: every decision is in `domain/`.
 * @param etat the state handed over by the opening, by continue-as-new or by the register (`rouvrir`)
 */
export async function parcours(etat: EtatParcours): Promise<void> {
  const reveil = new Reveil();
  const remises = new Remises(etat.numero);
  let vue: Pick<ReponseSituer, 'attributs' | 'prochain'> | null = null;
  let attributsPublies = '';
  const estConnu = (id: string) => Object.hasOwn(etat.issues, id) || etat.recus.some((recu) => recu.id === id);
  const accueillir = (acte: MessageRecu['acte'], recu: unknown, nom?: string) => {
    const donne = idDuMessage(recu);
    // Nested without end, it could not even be put in a question: refused as illegible, under its id.
    const contenu = estTropProfond(recu) ? null : recu;
    const id = donne ?? uuid4();
    const nomme = nom === undefined ? {} : { nom };
    const message = { id, acte, contenu, recuLe: new Date().toISOString(), ...nomme };
    const empreinte = empreinteDuMessage(message);
    if (donne === null) {
      etat.recus.push({ ...message, anonyme: true });
      return;
    }
    if (!estConnu(id)) {
      etat.empreintes = { ...etat.empreintes, [id]: empreinte };
      etat.recus.push(message);
      return;
    }
    // Delivered twice, or received before its words were remembered: once is enough.
    const avant = etat.empreintes?.[id] ?? empreinte;
    if (avant === empreinte || !patched('identifiant-deja-pris')) return;
    const autre = idDuRefus(id, empreinte);
    if (estConnu(autre)) return;
    // The refusal said once is said: its task tells that those after it go the same way.
    if (estRefuseSous(etat, id) && patched('identifiant-refuse-une-fois')) {
      log.warn('encore un autre message sous un identifiant déjà pris, refusé comme le premier');
      return;
    }
    etat.recus.push({ ...message, id: autre, anonyme: true, refus: 'IDENTIFIANT_DEJA_PRIS' });
  };
  const recevoir = (acte: Acte) => (contenu: unknown) => accueillir(acte, contenu);
  const ecouter = (acte: Acte, description: string) =>
    setHandler(defineSignal<[unknown]>(acte), recevoir(acte), { description });
  for (const acte of nomsActes) ecouter(acte, actes[acte].description);
  for (const [acte, description] of Object.entries(autresMessages)) ecouter(acte as Acte, description);
  accueillirNomsReserves();
  setDefaultSignalHandler((nom, contenu) => accueillir('inconnu', contenu, nom));
  setHandler(
    messages.situation,
    () => ({
      etape: vue?.attributs.etape ?? 'OUVERTURE',
      prochain: vue?.prochain ?? null,
      version: etat.version,
      journal: etat.journal,
      courriers: etat.courriers,
      issues: etat.issues,
      empreintes: etat.empreintes,
      termeAnnonce: etat.termeAnnonce,
      changements: etat.changements,
      versionDomaine: etat.versionDomaine,
      suivi: vue && suiviDe(vue.attributs, etat),
      recus: etat.recus,
    }),
    { description: 'Où en est le parcours' },
  );
  setHandler(
    messages.reponse,
    async (id) => {
      await condition(() => Object.hasOwn(etat.issues, id));
      return etat.issues[id]!;
    },
    { validator: verifierId, description: "Issue d'un message, par son id" },
  );

  for (;;) {
    for (const finie of remises.recueillir()) memoriserRemise(etat, finie);
    const juges = etat.recus.length;
    const maintenant = new Date().toISOString();
    // A message that comes while the answer is awaited waits for the next question, also where this one is asked twice.
    const demande = { etat: { ...etat, recus: [...etat.recus] }, enCours: remises.cles() };
    const unePasse = attendHorsHistoire();
    const reponse = unePasse ? await situerEtInscrire(demande) : await situer({ ...demande, maintenant });
    if (reponse.retrouve)
      log.warn('le registre en savait plus que ce parcours, qui l’a repris', {
        de: etat.version,
        a: reponse.retrouve.version,
      });
    appliquer(etat, reponse, juges);
    vue = reponse;
    if (!unePasse) await inscrire({ etat, taches: reponse.taches, memoires: reponse.memoires, maintenant });

    const attributs = JSON.stringify(reponse.attributs);
    if (attributs !== attributsPublies) {
      attributsPublies = attributs;
      publierAttributs(reponse.attributs, etat);
    }
    setCurrentDetails(reponse.details);
    for (const courrier of reponse.dus) remises.lancer(courrier);

    const calme = () => remises.aucune() && etat.recus.length === 0;
    if (calme() && !reponse.clos && allHandlersFinished() && quitteSonCode(etat)) await renaitre(etat);
    if (calme() && (reponse.clos || releve())) {
      await condition(allHandlersFinished);
      if (calme()) {
        if (reponse.clos) return;
        await renaitre(etat);
      }
    }
    reveil.armer(reponse.prochain && Date.parse(reponse.prochain.quand), reponse.prochain?.libelle ?? '');
    await condition(
      () => reveil.sonne || etat.recus.length > 0 || remises.aRecueillir() || (remises.aucune() && releve()),
    );
  }
}

/** The server suggests a new run: this one's history grows long. */
const releve = (): boolean => workflowInfo().continueAsNewSuggested;

/**
 * Begun under a former code, which patches would keep for as long as it lives, a run ends here; not where its history says that it went on.
 * Asked last and nothing awaited after it: the marker and the end of the run are one task, and no live history holds it.
 */
const quitteSonCode = ({ generation = 0 }: EtatParcours): boolean =>
  generation < GENERATION && patched(`generation-${GENERATION}`);

const renaitre = (etat: EtatParcours): Promise<never> =>
  continueAsNew<typeof parcours>({ ...etat, generation: GENERATION });

function idDuMessage(contenu: unknown): string | null {
  const id = typeof contenu === 'object' && contenu !== null ? (contenu as { id?: unknown }).id : undefined;
  return estIdentifiant(id) ? id : null;
}

function verifierId(id: unknown): void {
  if (estIdentifiant(id)) return;
  throw ApplicationFailure.nonRetryable('aucun message n’est reçu sous cet identifiant', messages.ID_ILLISIBLE);
}

/** An answer older than this memory names nobody: then those of the opening. */
const suiviDe = (a: ReponseSituer['attributs'], etat: EtatParcours): Suivi => ({
  agence: a.agence ?? etat.agence,
  referent: a.referent ?? etat.referent,
});

function publierAttributs(a: ReponseSituer['attributs'], etat: EtatParcours): void {
  const { agence, referent } = suiviDe(a, etat);
  upsertSearchAttributes({
    etape: [a.etape],
    agence: [agence],
    referent: [referent],
    alertes: [a.alertes],
    prochaineEcheance: a.prochaineEcheance === null ? [] : [new Date(a.prochaineEcheance)],
    terme: a.terme === null ? [] : [new Date(a.terme)],
  });
}
