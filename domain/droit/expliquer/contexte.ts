import {
  champsDossier,
  completer,
  type Dossier,
  type DossierComplet,
  type NomChampDossier,
} from '../../dossier/dossier';
import type { NomParametre, Parametres } from '../../dossier/parametres';
import type { Resultat } from '../../dossier/resultat';
import { definitions, type Evenement, type TypesPour, verifierForme } from '../../faits/evenements';
import type { Regle } from '../../faits/types/definition';
import type { Evaluation } from '../calculer';
import { type Reglement, reglements, type Vocabulaire } from '../reglements';
import { type Contrat, lireContrats } from '../regles/contrats';
import { type Recu, Recus, Rejets } from '../regles/recus';
import type { Entree, Fondement } from './explication';
import { libellesParametres } from './libelles';
import { le, minuscule, periode } from './mots';
import { dater } from './sources';

/** What was asked of `calculer`: its events tell which fact a rejection or an exit speaks of. */
export interface ScenarioExplique {
  dossier: object;
  evenements?: readonly unknown[];
}

/** What the explanations of one result read; whatever costs is computed when it is asked for. */
export class ContexteExplication {
  readonly evaluation: Evaluation;
  readonly resultat: Resultat;
  readonly parametres: Parametres;
  /** The latest one when none applies. */
  readonly reglement: Reglement;
  /** As given: that of an invalid scenario may hold anything. */
  readonly champs: Readonly<Record<string, unknown>>;
  readonly mots: Vocabulaire;
  readonly #evenements: readonly unknown[];
  #contrats: Contrat[] | null = null;
  #dossier: DossierComplet | null = null;

  constructor(evaluation: Evaluation, { dossier, evenements = [] }: ScenarioExplique) {
    this.evaluation = evaluation;
    this.resultat = evaluation.resultat;
    this.parametres = evaluation.parametres;
    this.champs = Object.fromEntries(Object.entries(dossier).filter(([, valeur]) => valeur !== null));
    this.reglement = evaluation.reglement ?? reglements['csp-2015-v2025'];
    this.mots = this.reglement.vocabulaire;
    this.#evenements = evenements;
  }

  /** The dossier of a valid scenario. */
  get dossier(): DossierComplet {
    this.#dossier ??= completer(this.champs as unknown as Dossier);
    return this.#dossier;
  }

  /** An article of the convention of 2015; taken over for the règlements whose own text says it elsewhere, or was not read. */
  convention(article: string): Fondement {
    const source = `convention du 26 janvier 2015, ${article}`;
    const { nom } = this.reglement;
    if (nom.startsWith('csp-2015-')) return { source, certitude: 'T' };
    return { source: `repris pour ${nom} (${source})`, certitude: 'G' };
  }

  /** A document speaks of the règlement in force: for another one it is taken over, unverified. */
  emprunter(fondement: Fondement): Fondement {
    const { nom } = this.reglement;
    if (fondement.certitude !== 'S') return fondement;
    if (nom === 'csp-2015-v2021' || nom === 'csp-2015-v2025') return dater(fondement, this.reglement);
    return { source: `repris pour ${nom} (${fondement.source})`, certitude: 'G' };
  }

  /** Where a parameter comes from: the règlement, or the scenario that laid another value over it. */
  fondement(nom: NomParametre): Fondement {
    const { valeur, source, certitude } = this.reglement.sources[nom];
    if (JSON.stringify(valeur) === JSON.stringify(this.parametres[nom]))
      return dater({ source, certitude }, this.reglement);
    return { source: `valeur choisie pour ce scénario (${minuscule(libellesParametres[nom])})`, certitude: 'D' };
  }

  /** The well-formed event of an arrival; null when its form is wrong or the events are not given. */
  evenement(index: number): Evenement | null {
    const forme = verifierForme(this.#evenements[index]);
    return forme.ok ? forme.evenement : null;
  }

  /** The events that a rule takes and did not reject, with their arrival. */
  admis<R extends Regle>(regle: R): Recu<TypesPour<R>>[] {
    const rejetes = new Set(this.resultat.rejets!.map(({ index }) => index));
    return new Recus(this.#evenements, new Rejets()).pour(regle).filter(({ index }) => !rejetes.has(index));
  }

  /** Contracts with their real ends. @see F14 */
  get contrats(): readonly Contrat[] {
    this.#contrats ??= lireContrats(new Recus(this.#evenements, new Rejets()), this.parametres, new Rejets());
    return this.#contrats;
  }

  /** The contract that ended the CSP; null when none did, or when the events are not given. */
  get contratDeSortie(): Contrat | null {
    return this.contrats.find(({ index }) => index === this.evaluation.sortie?.index) ?? null;
  }

  /** An event as an input. */
  fait(index: number): Entree {
    const nom = `evenements[${index}]`;
    const evenement = this.evenement(index);
    if (evenement === null) return { nom, libelle: `Évènement n° ${index + 1}`, valeur: null };
    const { type, ...valeur } = evenement;
    return { nom, libelle: definitions[type].libelle, valeur };
  }

  /** "Arrêt maladie du 01/06 au 10/06/2025". */
  nommer(index: number): string {
    const evenement = this.evenement(index);
    if (evenement === null) return `L’évènement n° ${index + 1}`;
    const { libelle } = definitions[evenement.type];
    return `« ${libelle} » ${quand(evenement)}`;
  }

  champ(nom: NomChampDossier): Entree {
    const { libelle } = champsDossier.find((champ) => champ.nom === nom)!;
    return { nom, libelle, valeur: this.champs[nom] ?? null };
  }

  parametre(nom: NomParametre): Entree {
    return { nom, libelle: libellesParametres[nom], valeur: this.parametres[nom] };
  }
}

/** When a fact is: its day, its period, or its first day. */
export function quand(evenement: Evenement): string {
  if ('date' in evenement) return periode({ debut: evenement.date, fin: evenement.date });
  const fin = 'fin' in evenement ? evenement.fin : undefined;
  if (fin !== undefined) return periode({ debut: evenement.debut, fin });
  return `à partir du ${le(evenement.debut)}`;
}

/** "CDI", "CDD du 01/06 au 30/11/2025". */
export function nommerContrat({ nature, debut, finPrevue }: Contrat): string {
  if (finPrevue === null) return `${nature} commencé le ${le(debut)}`;
  return `${nature} ${periode({ debut, fin: finPrevue })}`;
}
