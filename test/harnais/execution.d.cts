/** jest's runtime of this house, and the packages that each test file has to itself. */
declare const Execution: { readonly A_CHACUN: ReadonlySet<string> };
export default Execution;
