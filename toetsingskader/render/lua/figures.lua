-- Figures. Pandoc never opens a picture: in typst and in Word stands the name under which
-- `figuren.py` hands it over, and that module decided what may be shown and how large it is.

local xml = require 'xml'

local function decoded(hex)
  return (hex:gsub('%x%x', function(pair) return string.char(tonumber(pair, 16)) end))
end

-- A paragraph that is only a figure, as `proza.py` wrote it.
local function found(para)
  local image = #para.content == 1 and para.content[1]
  local key, alt = (image and image.t == 'Image' and image.src or ''):match '^(figuur:%x+)/(%x*)$'
  if not key then return nil end
  local attributes = { key = key, pad = decoded(key:sub(8)), alt = decoded(alt) }
  return pandoc.Div({ pandoc.Plain(image.caption) }, pandoc.Attr('', { 'figuur' }, attributes))
end

-- With its picture, or a visible place for the one that cannot be shown.
local function placed(pictures, openstaand)
  return function(div)
    if not div.classes:includes 'figuur' then return nil end
    local picture = pictures[div.attributes.key]
    if not picture then
      local missing = openstaand { '[figuur ontbreekt: ' .. div.attributes.pad .. ']' }
      local caption = #div.content[1].content > 0 and { pandoc.Para(div.content[1].content) } or {}
      return pandoc.Blocks { missing } .. pandoc.Blocks(caption)
    end
    local attributes = { naam = picture.naam, breedte = picture.breedte, hoogte = picture.hoogte,
      alt = div.attributes.alt ~= '' and div.attributes.alt or picture.zonder_alt }
    local caption = #div.content[1].content > 0 and div.content or {}
    return pandoc.Figure({}, { long = caption }, pandoc.Attr('', {}, attributes))
  end
end

-- Millimetres as Word counts them.
local EMU = 36000
local OOXML = 'http://schemas.openxmlformats.org/drawingml/2006/'
local DRAWING = '<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="'
  .. OOXML .. 'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
  .. '<wp:extent cx="%d" cy="%d"/><wp:docPr id="1" name="%s" descr="%s"/>'
  .. '<wp:cNvGraphicFramePr/><a:graphic xmlns:a="' .. OOXML .. 'main"><a:graphicData uri="'
  .. OOXML .. 'picture"><pic:pic xmlns:pic="' .. OOXML .. 'picture"><pic:nvPicPr>'
  .. '<pic:cNvPr id="0" name="%s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
  .. '<a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
  .. '<a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
  .. '</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  .. '</w:p>'

local function for_word(figure)
  local at, caption = figure.attributes, figure.caption.long
  local width, height = at.breedte * EMU // 1, at.hoogte * EMU // 1
  local name = at.naam
  local style = #caption > 0 and 'CaptionedFigure' or 'Figure'
  local blocks = pandoc.Blocks { pandoc.RawBlock('openxml', DRAWING:format(style, width, height,
    name, xml.escaped(at.alt), name, name, width, height)) }
  if #caption > 0 then
    local paras = { pandoc.Para(caption[1].content) }
    blocks:insert(pandoc.Div(paras, pandoc.Attr('', {}, { ['custom-style'] = 'Image Caption' })))
  end
  return blocks
end

return { found = found, placed = placed, for_word = for_word }
