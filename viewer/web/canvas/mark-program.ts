import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { SceneLine, SceneNode } from "./scene.ts";
import { drawing } from "./pace.ts";
import { CELLS, GRID_SHARE, markAtlas } from "./mark-atlas.ts";

/** A node as the program draws it: `mark` is its place in the atlas. */
export interface MarkData extends NodeDisplayData {
  readonly mark: number;
}

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_mark;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_place;
void main() {
  float reach = a_size * u_correctionRatio / u_sizeRatio * 2.0 / ${GRID_SHARE.toFixed(2)};
  gl_Position = vec4((u_matrix * vec3(a_position + a_corner * reach, 1.0)).xy, 0.0, 1.0);
  vec2 inCell = vec2(a_corner.x, -a_corner.y) * 0.5 + 0.5;
  v_place = vec2((a_mark + inCell.x) / ${CELLS.toFixed(1)}, inCell.y);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying vec2 v_place;
uniform sampler2D u_atlas;
uniform vec3 u_paper;
void main() {
  vec4 mark = texture2D(u_atlas, v_place);
  #ifdef PICKING_MODE
  if (mark.b < 0.3) discard;
  gl_FragColor = v_color;
  #else
  float shape = mark.r;
  float cut = min(mark.g, mark.r);
  vec3 colour = mix(u_paper, v_color.rgb, shape - cut);
  float alpha = max(mark.b, shape) * v_color.a;
  gl_FragColor = vec4(colour * alpha, alpha);
  #endif
}`;

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_atlas", "u_paper"] as const;
type Uniform = (typeof UNIFORMS)[number];

const paper: [number, number, number] = [1, 1, 1];

/** The colour of halos and cut-out details; programs read it at the next drawing. */
export function setPaper(hex: string): void {
  for (let at = 0; at < 3; at += 1) paper[at] = Number.parseInt(hex.slice(1 + at * 2, 3 + at * 2), 16) / 255;
}

/** Draws each node as the mark of its kind, tinted, with a halo that parts it from the lines beneath. */
export class MarkProgram extends NodeProgram<Uniform, SceneNode, SceneLine> {
  #texture: WebGLTexture | null = null;

  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_mark", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, -1],
        [1, 1],
        [-1, 1],
      ],
    };
  }

  override processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData): void {
    const { array } = this;
    array[startIndex] = data.x;
    array[startIndex + 1] = data.y;
    array[startIndex + 2] = data.size;
    array[startIndex + 3] = (data as MarkData).mark;
    array[startIndex + 4] = floatColor(data.color);
    array[startIndex + 5] = nodeIndex;
  }

  /** In haste nothing is drawn for the pointer to pick: it is not asked before the picture rests. */
  protected override renderProgram(params: RenderParams, info: ProgramInfo): void {
    if (!drawing.hasty || !info.isPicking) super.renderProgram(params, info);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    this.#texture ??= uploadAtlas(gl);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.uniform1i(uniformLocations.u_atlas, 0);
    gl.uniform3fv(uniformLocations.u_paper, paper);
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}

function uploadAtlas(gl: WebGLRenderingContext | WebGL2RenderingContext): WebGLTexture | null {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, markAtlas());
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}
