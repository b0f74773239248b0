import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { RendezVous } from '../../../domain/rendez-vous/rendez-vous';
import type { RemarqueRendezVous } from '../../../domain/rendez-vous/saisie';
import { estSorte, type SorteRendezVous } from '../../../domain/rendez-vous/sortes';
import type { Saisie } from '../../saisie/formulaire';
import { deplacer, previsualiserDeplacement } from '../../usages/deplacer-rendez-vous';
import { nouvelId, planifierRendezVous, previsualiserRendezVous } from '../../usages/planifier-rendez-vous';
import { type ContexteRendezVous, lieuUsuel, momentDe, zoneDe } from '../../usages/rendez-vous/contexte';
import type { ApercuRendezVous } from '../../usages/rendez-vous/projet';
import { aUnBrouillon, brouillonDemande, versBrouillon } from '../commun/brouillon-demande';
import { direLesDates } from '../commun/dire-les-dates';
import { lireFormulaire } from '../commun/recevoir';
import type { DossierTrouve } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { entretiensAPlanifier, entretiensAttendus } from '../dossier/lire-suivi';
import { ouEnClair } from '../dossier/rendez-vous';
import { PageApercuRendezVous } from './apercu';
import { PageFormulaireRendezVous } from './formulaire';
import { lireForm, type SaisieForm, saisieRendezVous } from './saisie';
import { acteur, enClair, ouvrir, revenir, type Vise, viser } from './viser';

/** Planning and moving an appointment. Nothing is recorded before a page has said what will be sent. */
export function routesRendezVous(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/rendez-vous/nouveau', async (c) => {
    const { trouve, contexte } = await ouvrir(deps, c);
    const neuf = () => formNeuf(deps, contexte, c.req.query(), trouve.residence);
    const form = aUnBrouillon(c) ? relire(deps, c, trouve).form : neuf();
    return c.html(page(trouve, contexte, form, null));
  });

  routes.get('/dossiers/:numero/rendez-vous/apercu', async (c) => {
    const { trouve, contexte } = await ouvrir(deps, c);
    const relu = relire(deps, c, trouve);
    const deja = contexte.rendezVous.find(({ id }) => id === relu.form._id);
    // Gone back to once it was planned.
    if (deja) return revenir(c, trouve, { statut: 'FAIT', rendezVous: deja, fait: null }, 'planifie');
    const demande = { id: relu.form._id, saisie: saisieRendezVous(relu.form) };
    const apercu = await previsualiserRendezVous(deps.actes, contexte, demande, deps.maintenant());
    return montrer(c, trouve, contexte, relu, null, apercu);
  });

  routes.post('/dossiers/:numero/rendez-vous/apercu', async (c) => montrerPlusLoin(deps, c, await recevoir(deps, c)));

  routes.post('/dossiers/:numero/rendez-vous', async (c) => {
    const recu = await recevoir(deps, c);
    const { trouve, contexte, form, vus } = recu;
    const demande = { id: form._id, saisie: saisieRendezVous(form) };
    const suite = await planifierRendezVous(deps.actes, contexte, demande, acteur(c, vus), deps.maintenant());
    if (suite.statut === 'FAIT') return revenir(c, trouve, suite, 'planifie');
    return montrerPlusLoin(deps, c, confirmee(recu), suite.statut === 'REFUSE' ? suite.refus : []);
  });

  routes.get('/dossiers/:numero/rendez-vous/:id/deplacer', async (c) => {
    const { trouve, contexte, actuel } = await viser(deps, c);
    const form = aUnBrouillon(c) ? relire(deps, c, trouve).form : formDe(contexte, actuel);
    return c.html(page(trouve, contexte, form, actuel));
  });

  routes.get('/dossiers/:numero/rendez-vous/:id/deplacer/apercu', async (c) => {
    const { trouve, contexte, actuel } = await viser(deps, c);
    const relu = relire(deps, c, trouve);
    const demande = { id: actuel.id, saisie: saisieRendezVous({ ...relu.form, sorte: actuel.sorte }) };
    const apercu = await previsualiserDeplacement(deps.actes, contexte, demande, deps.maintenant());
    return montrer(c, trouve, contexte, relu, actuel, apercu);
  });

  routes.post('/dossiers/:numero/rendez-vous/:id/deplacer/apercu', async (c) => {
    const { actuel } = await viser(deps, c);
    return montrerPlusLoin(deps, c, await recevoir(deps, c), [], actuel);
  });

  routes.post('/dossiers/:numero/rendez-vous/:id/deplacer', async (c) => {
    const { actuel } = await viser(deps, c);
    const recu = await recevoir(deps, c);
    const { trouve, contexte, form, vus } = recu;
    const demande = { id: actuel.id, saisie: saisieRendezVous({ ...form, sorte: actuel.sorte }) };
    const qui = acteur(c, vus, form._sequence);
    const suite = await deplacer(deps.actes, contexte, demande, qui, deps.maintenant());
    if (suite.statut === 'FAIT') return revenir(c, trouve, suite, 'deplace');
    return montrerPlusLoin(deps, c, confirmee(recu), suite.statut === 'REFUSE' ? suite.refus : [], actuel);
  });

  return routes;
}

/** A form as it came back, whether it was confirmed, and the codes of the warnings that were then seen. */
interface Recu {
  form: SaisieForm;
  vus: string[];
  confirme: boolean;
}

const lireRecu = (saisie: Saisie): Recu => {
  const form = lireForm(saisie);
  if (form === null) throw new HTTPException(400);
  return { form, vus: (saisie._vus ?? '').split(' '), confirme: saisie._vus !== undefined };
};

async function recevoir(deps: DependancesWeb, c: Context) {
  const { trouve, contexte } = await ouvrir(deps, c);
  const saisie = await lireFormulaire(c);
  return { trouve, contexte, saisie, ...lireRecu(saisie) };
}

/** A form that was confirmed, were it without a preview: what was not seen is then asked about. */
const confirmee = <R extends { saisie: Saisie }>(recu: R): R => ({ ...recu, saisie: { _vus: '', ...recu.saisie } });

/** A form as a draft holds it, and what it was answered. */
function relire(deps: DependancesWeb, c: Context, { vue }: DossierTrouve) {
  const { saisie, refus } = brouillonDemande(deps, c, vue.numero);
  return { ...lireRecu(saisie), refus: refus as readonly RemarqueRendezVous[], jeton: c.req.query('brouillon')! };
}

/** The page of a draft: what the act would do, or its form with what is wrong with it. */
const montrerPlusLoin = (
  deps: DependancesWeb,
  c: Context,
  { trouve, saisie }: { trouve: DossierTrouve; saisie: Saisie },
  refus: readonly RemarqueRendezVous[] = [],
  actuel: Vise['actuel'] | null = null,
): Response => versBrouillon(deps, c, `${baseDe(trouve, actuel)}/apercu`, { numero: trouve.vue.numero, saisie, refus });

/** Most of a new appointment is known: the interview that is due, the place or the link of the last time. */
function formNeuf(
  deps: DependancesWeb,
  contexte: ContexteRendezVous,
  { sorte, depuis }: Record<string, string>,
  residence: string,
): SaisieForm {
  const { situation, rendezVous } = contexte;
  const modele = rendezVous.find((r) => r.id === depuis);
  const due = entretiensAPlanifier(situation, rendezVous, aujourdhuiA(deps, residence), deps.maintenant())[0]?.sorte;
  return {
    ...habitudes(contexte, modele?.mode),
    sorte: modele?.sorte ?? (estSorte(sorte ?? '') ? sorte! : (due ?? 'SUIVI')),
    jour: '',
    heure: '',
    duree: modele ? String(modele.dureeMinutes) : '',
    intitule: modele?.intitule ?? '',
    _id: nouvelId(),
    _sequence: '',
  };
}

function habitudes(contexte: ContexteRendezVous, mode?: RendezVous['mode']) {
  const dernier = <C extends 'lieu' | 'lien'>(champ: C) =>
    contexte.rendezVous.findLast((r) => r[champ] !== null)?.[champ];
  return {
    mode: mode ?? 'PRESENTIEL',
    lieu: dernier('lieu') ?? lieuUsuel(contexte),
    lien: dernier('lien') ?? '',
  };
}

function formDe(contexte: ContexteRendezVous, actuel: Vise['actuel']): SaisieForm {
  const { sorte, mode, dureeMinutes, lieu, lien, intitule, id, sequence } = actuel;
  const connus = habitudes(contexte);
  return {
    sorte,
    mode,
    ...momentDe(contexte, actuel),
    duree: String(dureeMinutes),
    lieu: lieu ?? connus.lieu,
    lien: lien ?? connus.lien,
    intitule: intitule ?? '',
    _id: id,
    _sequence: String(sequence),
  };
}

const baseDe = (trouve: DossierTrouve, actuel: Vise['actuel'] | null): string =>
  `/dossiers/${trouve.vue.numero}/rendez-vous${actuel ? `/${actuel.id}/deplacer` : ''}`;

function page(
  trouve: DossierTrouve,
  contexte: ContexteRendezVous,
  saisie: SaisieForm,
  actuel: Vise['actuel'] | null,
  refus: RemarqueRendezVous[] = [],
) {
  const sorte = (actuel?.sorte ?? saisie.sorte) as SorteRendezVous;
  const due = entretiensAttendus(contexte.situation).find((e) => e.sorte === sorte);
  return (
    <PageFormulaireRendezVous
      vue={trouve.vue}
      saisie={saisie}
      deplace={actuel ? enClair(contexte, actuel) : null}
      refus={refus}
      base={baseDe(trouve, actuel)}
      delai={due ? `${due.libelle} : ${due.delai}.` : null}
    />
  );
}

/** The form again when it is refused, else what it would do; 400 when something asked was not done. */
function montrer(
  c: Context,
  trouve: DossierTrouve,
  contexte: ContexteRendezVous,
  { form, vus, confirme, refus: donnes, jeton }: ReturnType<typeof relire>,
  actuel: Vise['actuel'] | null,
  { projet, refus, avertissements, courriers }: ApercuRendezVous,
) {
  const motifs = donnes.length > 0 ? donnes : direLesDates(refus, { ...form });
  if (projet === null || motifs.length > 0) return c.html(page(trouve, contexte, form, actuel, [...motifs]), 400);
  const base = baseDe(trouve, actuel);
  const redemande = confirme && avertissements.some(({ code }) => !vus.includes(code));
  return c.html(
    <PageApercuRendezVous
      vue={trouve.vue}
      saisie={form}
      base={base}
      modifier={`${actuel === null ? `${base}/nouveau` : base}?brouillon=${jeton}`}
      redemande={redemande}
      deplace={actuel ? enClair(contexte, actuel) : null}
      resume={enClair(contexte, projet)}
      comment={ouEnClair(projet)}
      avertissements={avertissements}
      courriers={courriers}
      fuseau={zoneDe(contexte, projet.mode)}
    />,
    redemande ? 400 : 200,
  );
}
