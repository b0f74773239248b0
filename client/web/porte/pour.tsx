import type { Child, FC } from 'hono/jsx';
import { peut, type Usage } from '../../../domain/comptes/politique';
import { lecteur } from './compte-courant';

/** Whether who is shown the page being written may do something. */
export const lecteurPeut = (usage: Usage): boolean => {
  const compte = lecteur();
  return compte !== undefined && peut(compte.role, usage);
};

/** What only those who may do something are offered. The page behind it asks again. */
export const Pour: FC<{ usage: Usage; children?: Child }> = ({ usage, children }) => {
  if (!lecteurPeut(usage)) return null;
  return <>{children}</>;
};
