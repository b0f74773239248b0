import { join } from 'node:path';

/** Folder of the project: where `package.json`, `exemples/` and the default data folder are. */
export const racine = join(__dirname, '..');
