export interface Processus {
  pid: number;
  parent: number;
  groupe: number;
}
export function arreter(chercher: () => Processus[]): Promise<string[]>;
export function balayer(dossier: string, aussi?: () => Processus[]): Promise<string[]>;
export function balayerLesMorts(parent: string): Promise<void>;
export function commande(processus: Processus): string;
export function descendants(pid?: number): Processus[];
export function dossierDeLaSuite(parent: string): string;
export function lies(dossier: string): Processus[];
export function parentDesSuites(): string;
