import forceAtlas2Module from "graphology-layout-forceatlas2";
import noverlapModule from "graphology-layout-noverlap";

/* Both packages export the function itself but declare `export default`, which Node's resolution reads as a property. */
export const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;
export const noverlap = noverlapModule as unknown as typeof noverlapModule.default;
